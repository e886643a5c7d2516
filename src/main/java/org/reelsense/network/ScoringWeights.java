package org.reelsense.network;

/**
 * Weights with their embedding in the form that the kernels of an {@link Arithmetic} read. Made once, shared by all workers.
 *
 * <p>In 8 bits, inputs and hidden states must share one scale, which the hidden states, within ±1, give. So each column of
 * the embedding is divided by its {@code columnScale}, and the weights it meets are multiplied by it.
 */
public final class ScoringWeights {

    private final Weights weights;
    private final Arithmetic arithmetic;
    private final byte[] codes;
    private final float[] columnScale;
    private final InputTable inputTable;

    private ScoringWeights(Weights weights, Arithmetic arithmetic, byte[] codes, float[] columnScale) {
        this.weights = weights;
        this.arithmetic = arithmetic;
        this.codes = codes;
        this.columnScale = columnScale;
        inputTable = new InputTable(weights.spec());
    }

    /**
     * Makes weights ready.
     *
     * @throws IllegalArgumentException if the arithmetic has no such cell or the processor no such instructions, or a number
     *     is too large for it
     */
    public static ScoringWeights of(Weights weights, Arithmetic arithmetic) {
        arithmetic.require(weights.spec().cell());
        return switch (arithmetic) {
            case FLOAT -> new ScoringWeights(weights, arithmetic, new byte[0], new float[0]);
            case BFLOAT16 -> new ScoringWeights(weights, arithmetic, BFloat16.codes(weights.embedding()), new float[0]);
            case EIGHT_BIT -> eightBit(weights);
        };
    }

    private static ScoringWeights eightBit(Weights weights) {
        float[] scale = EightBit.columnScale(weights.embedding(), weights.spec().embeddingSize());
        return new ScoringWeights(weights, Arithmetic.EIGHT_BIT, EightBit.codes(weights.embedding(), scale), scale);
    }

    /** The weights themselves. */
    public Weights weights() {
        return weights;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** [V, E] in the arithmetic's own numbers, as bytes; none for floats, which are in the weights. */
    byte[] codes() {
        return codes;
    }

    /** What the words' input products are kept in, for floats alone. */
    InputTable inputTable() {
        return inputTable;
    }

    /** [E] in 8 bits, else none. */
    float[] columnScale() {
        return columnScale;
    }
}
