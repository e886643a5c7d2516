package org.reelsense.model;

import java.util.Arrays;

/** How a model file keeps its embedding, by far the largest tensor. All other weights are floats. */
public enum EmbeddingPrecision {
    /** Every number as it was trained, 4 bytes. */
    FLOAT("float"),
    /** A byte a number and a scale a row, about a quarter of the size; see {@link EightBitRows}. */
    EIGHT_BIT("8bit");

    private final String id;

    EmbeddingPrecision(String id) {
        this.id = id;
    }

    /** The name on the command line and in records. */
    public String id() {
        return id;
    }

    /**
     * The precision of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EmbeddingPrecision ofId(String id) {
        return Arrays.stream(values())
                .filter(precision -> precision.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("embeddings: '" + id + "' is unknown; choose from "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(EmbeddingPrecision::id)
                                        .toList())));
    }
}
