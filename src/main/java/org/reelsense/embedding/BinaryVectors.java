package org.reelsense.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Predicate;

/**
 * Reads word2vec's binary format. Google's program ends each vector with a line feed, gensim does not; both are read.
 */
final class BinaryVectors {

    private static final int END = -1;

    private final VectorInput in;
    private final VectorRows rows;
    private final VectorHeader header;
    private final float[] row;
    private final byte[] word = new byte[VectorInput.MOST_WORD_BYTES];

    private BinaryVectors(VectorInput in, VectorHeader header, Predicate<String> wanted) {
        this.in = in;
        this.header = header;
        this.rows = new VectorRows(header.dimension(), wanted);
        this.row = new float[header.dimension()];
    }

    static VectorRows read(VectorInput in, Predicate<String> wanted) throws IOException {
        VectorHeader header = VectorHeader.read(in, Float.BYTES);
        BinaryVectors reader = new BinaryVectors(in, header, wanted);
        for (long i = 0; i < header.words(); i++) {
            reader.take();
        }
        reader.skipLineFeed();
        if (in.peek() != END) {
            throw in.atByte(
                    in.position(),
                    "the first line says " + header.words() + " words, but more follows; correct it, or give the"
                            + " format with --vectors-format");
        }
        return reader.rows;
    }

    private void take() throws IOException {
        skipLineFeed();
        long begin = in.position();
        int length = 0;
        for (int value = in.read(); value != ' '; value = in.read()) {
            if (value == END) {
                throw cutOff();
            }
            if (length == word.length) {
                throw in.atByte(
                        begin,
                        "no word ends within " + word.length + " bytes; the dimension in the first line is wrong, or"
                                + " the file is damaged");
            }
            word[length++] = (byte) value;
        }
        takeRow();
        VectorInput.Place place = what -> in.atByte(begin, what);
        rows.add(in.decode(word, 0, length, place), row, place);
    }

    private void skipLineFeed() throws IOException {
        if (in.peek() == '\n') {
            in.read();
        }
    }

    private void takeRow() throws IOException {
        byte[] bytes = in.take(row.length * Float.BYTES);
        if (bytes.length < row.length * Float.BYTES) {
            throw cutOff();
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(row);
    }

    private IOException cutOff() {
        return in.atByte(
                in.position(),
                "the file ends after " + rows.words() + " of the " + header.words()
                        + " words that its first line says; copy or write it again");
    }
}
