package org.reelsense.training;

import org.reelsense.network.Parameters;

/**
 * Moves single rows of an embedding. They are copied, for a row's weights, moments and gradient must share an index to be
 * vector instructions ({@link Adam#update}): 0.8 ns a weight with the copying, 3.2 without.
 */
final class EmbeddingRow {

    private final Parameters weights;
    private final Parameters firstMoments;
    private final Parameters secondMoments;
    private final int width;
    private final float[] row;
    private final float[] first;
    private final float[] second;
    private final float[] gradient;

    EmbeddingRow(Parameters weights, Parameters firstMoments, Parameters secondMoments) {
        this.weights = weights;
        this.firstMoments = firstMoments;
        this.secondMoments = secondMoments;
        width = weights.embeddingSize();
        row = new float[width];
        first = new float[width];
        second = new float[width];
        gradient = new float[width];
    }

    /** Moves row {@code id} by row {@code slot} of {@code gradients}, times {@code scale}. */
    void move(int id, Adam adam, float[] gradients, int slot, float scale) {
        int at = id * width;
        System.arraycopy(gradients, slot * width, gradient, 0, width);
        System.arraycopy(weights.embedding(), at, row, 0, width);
        System.arraycopy(firstMoments.embedding(), at, first, 0, width);
        System.arraycopy(secondMoments.embedding(), at, second, 0, width);
        adam.update(row, first, second, gradient, 0, width, scale);
        System.arraycopy(row, 0, weights.embedding(), at, width);
        System.arraycopy(first, 0, firstMoments.embedding(), at, width);
        System.arraycopy(second, 0, secondMoments.embedding(), at, width);
    }
}
