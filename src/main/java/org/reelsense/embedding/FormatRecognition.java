package org.reelsense.embedding;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells the format from the first bytes. Two whole numbers on the first line are word2vec's header; what follows the
 * first word then is digits in text, and soon a control character or a byte above ASCII in binary. Anything else must be
 * GloVe. A GloVe file of one dimension whose first line is two whole numbers would be taken for word2vec; that is one
 * reason why the format can be said.
 */
final class FormatRecognition {

    private FormatRecognition() {}

    static VectorFormat of(Path file) throws IOException {
        try (VectorInput in = new VectorInput(file)) {
            if (!in.nextLine()) {
                throw in.whole("is empty; give a file of word vectors");
            }
            return VectorHeader.claim(in).isPresent() ? word2vec(in) : VectorFormat.GLOVE;
        }
    }

    private static VectorFormat word2vec(VectorInput in) throws IOException {
        if (!takeWord(in)) {
            return VectorFormat.TEXT;
        }
        byte[] start = in.take(VectorHeader.MOST_DIMENSION);
        for (int i = 0; i < start.length; i++) {
            if (start[i] == '\n' && i > 0) {
                break;
            }
            if (!isText(start[i])) {
                return VectorFormat.BINARY;
            }
        }
        return VectorFormat.TEXT;
    }

    /** False if a line ends before the word does, as in text only. */
    private static boolean takeWord(VectorInput in) throws IOException {
        int value = in.read();
        for (int taken = 0; taken < VectorInput.MOST_WORD_BYTES && value != ' '; taken++) {
            if (value < 0 || value == '\n' && taken > 0) {
                return false;
            }
            value = in.read();
        }
        return true;
    }

    /** Also what would be a bad number in text: the reader's message then names the line. */
    private static boolean isText(byte value) {
        return value >= ' ' && value < 0x7F || value == '\t' || value == '\r';
    }
}
