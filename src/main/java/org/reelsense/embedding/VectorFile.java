package org.reelsense.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.reelsense.storage.DataException;

/**
 * Word vectors from a file, checked from the first byte to the last. Id 0 has the vector of the file's {@code <unk>}, or
 * zeros if it has none; the other words keep the file's order.
 *
 * @param words of the file, whether they were wanted or not
 * @param sha256 of the file's bytes
 */
public record VectorFile(Path file, VectorFormat format, int words, String sha256, WordVectors vectors) {

    /**
     * The format, told from the first bytes.
     *
     * @throws DataException if the file is missing or empty
     */
    public static VectorFormat recognise(Path file) throws IOException {
        return FormatRecognition.of(file);
    }

    /**
     * The dimension that the file's first line says; nothing else of it is looked at.
     *
     * @throws DataException if the file is missing or does not begin like vectors of that format
     */
    public static int dimension(Path file, VectorFormat format) throws IOException {
        try (VectorInput in = new VectorInput(file)) {
            if (format != VectorFormat.GLOVE) {
                return VectorHeader.read(in, 2).dimension();
            }
            if (!in.nextLine()) {
                throw in.whole("is empty; give a file of word vectors");
            }
            return TextVectors.gloveDimension(in);
        }
    }

    /**
     * Reads the words that are wanted; all the others are checked too. Memory goes by what is read, never by what the
     * file says of itself.
     *
     * @throws DataException with line or byte if the file is missing, cut off or not of that format, if a number is not
     *     finite, or if a word is repeated or not UTF-8
     */
    public static VectorFile read(Path file, VectorFormat format, Predicate<String> wanted) throws IOException {
        try (VectorInput in = new VectorInput(file)) {
            VectorRows rows =
                    switch (format) {
                        case TEXT -> TextVectors.word2vec(in, wanted);
                        case BINARY -> BinaryVectors.read(in, wanted);
                        case GLOVE -> TextVectors.glove(in, wanted);
                    };
            return new VectorFile(file, format, rows.words(), in.sha256(), rows.vectors());
        }
    }

    /** All words of a file whose format is recognised. */
    public static VectorFile read(Path file) throws IOException {
        return read(file, recognise(file), word -> true);
    }

    /**
     * Writes vectors, whole or not at all. {@code <unk>} is written, first, only if its vector is not zero; floats are
     * written so that reading gives the same bits.
     *
     * @throws IllegalArgumentException if a word holds a space or a control character, which the formats cannot tell from
     *     the end of the word, or a number is not finite
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, VectorFormat format, WordVectors vectors) throws IOException {
        new VectorWriter(vectors, format).write(file);
    }
}
