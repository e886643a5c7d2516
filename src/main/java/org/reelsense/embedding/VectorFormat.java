package org.reelsense.embedding;

import java.util.Arrays;
import java.util.Locale;

/** The formats in which word vectors are exchanged. */
public enum VectorFormat {
    /** word2vec text, also fastText's {@code .vec}: a line {@code V E}, then a line {@code word x1 ... xE} for each word. */
    TEXT,
    /** word2vec binary: a line {@code V E}, then for each word the word, a space and E little-endian floats. */
    BINARY,
    /** GloVe text: word2vec text without its first line. */
    GLOVE;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VectorFormat ofId(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format: '" + id + "' is unknown; choose from "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(VectorFormat::id).toList())));
    }
}
