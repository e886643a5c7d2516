package org.reelsense.bench.train;

import org.reelsense.network.Cell;

/**
 * Floating-point operations of the recurrent layers, the only ones counted: a multiplication and an addition for each weight
 * of both directions forward, and twice that backward (once for the inputs' gradients, once for the weights'). Counted for
 * tokens, never for padding.
 */
public final class Flops {

    private static final int DIRECTIONS = 2;
    private static final int MULTIPLY_AND_ADD = 2;
    private static final int FORWARD_AND_BACKWARD = 3;

    private Flops() {}

    /** For scoring a token: 2 * 2 * G * H * (E + H). */
    public static long forward(Cell cell, int embeddingSize, int hiddenSize) {
        return (long) DIRECTIONS * MULTIPLY_AND_ADD * cell.gates() * hiddenSize * (embeddingSize + hiddenSize);
    }

    /** For training on a token. */
    public static long training(Cell cell, int embeddingSize, int hiddenSize) {
        return FORWARD_AND_BACKWARD * forward(cell, embeddingSize, hiddenSize);
    }
}
