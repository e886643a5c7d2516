package org.reelsense;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.reelsense.network.Arithmetic;

/**
 * How exactly a classifier computes. The reduced forms are faster, move a probability a little, and need a processor with
 * instructions for them; the model file is the same. Explanations are computed with floats, whichever is chosen.
 */
public enum Precision {
    /** With 32 bits; runs everywhere. */
    FLOAT(Arithmetic.FLOAT),
    /** With 16 bits; needs AVX-512 with BF16. */
    BFLOAT16(Arithmetic.BFLOAT16),
    /** With 8 bits; for LSTM models only, needs AVX-512 or AVX2 with VNNI. */
    EIGHT_BIT(Arithmetic.EIGHT_BIT);

    private final Arithmetic arithmetic;

    Precision(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
    }

    /** The name on the command line: {@code float}, {@code bfloat16}, {@code 8bit}. */
    public String id() {
        return arithmetic.id();
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /**
     * The precision of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Precision ofId(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("precision: '" + id + "' is unknown; choose from "
                        + Arrays.stream(values()).map(Precision::id).collect(Collectors.joining(", "))));
    }
}
