package org.reelsense.embedding;

/**
 * One step of gradient descent on the windows of a few neighbouring words at once: M input rows against N target rows. The
 * first {@code truths} targets are true words, the others are noise that all the windows share. Loss: the sum over all
 * pairs (x, t) of weight · -log σ(x·t) where t is true and weight · -log σ(-x·t) where it is noise. All gradients are
 * taken before any row changes.
 *
 * <p>Scratch of one worker.
 */
final class WindowStep {

    /** [M, N], how many of the windows hold the pair; set by the caller before each step. */
    final float[] weights;

    private final float[] slopes;
    private final float[][] targetsBefore;

    WindowStep(int dimension, int mostInputs, int mostTargets) {
        weights = new float[mostInputs * mostTargets];
        slopes = new float[mostInputs * mostTargets];
        targetsBefore = new float[mostTargets][dimension];
    }

    /**
     * Moves inputs and targets against the gradient.
     *
     * @param inputs the first {@code rows} of them, [M, E]; an input may stand twice
     * @param targets the first {@code columns} of them, [N, E]; noise may stand twice
     */
    void descend(float[][] inputs, int rows, float[][] targets, int columns, int truths, float rate) {
        for (int n = 0; n < columns; n++) {
            Rows.copy(targets[n], targetsBefore[n]);
        }
        Rows.products(inputs, rows, targetsBefore, columns, slopes);
        for (int m = 0; m < rows; m++) {
            productsToSlopes(m * columns, m * columns + truths, (m + 1) * columns, rate);
        }
        for (int n = 0; n < columns; n++) {
            Rows.addScaled(targets[n], inputs, rows, slopes, n, columns);
        }
        for (int m = 0; m < rows; m++) {
            Rows.addScaled(inputs[m], targetsBefore, columns, slopes, m * columns, 1);
        }
    }

    private void productsToSlopes(int begin, int noise, int end, float rate) {
        for (int i = begin; i < noise; i++) {
            slopes[i] = weights[i] == 0 ? 0 : rate * weights[i] * (1 - Sigmoid.of(slopes[i]));
        }
        for (int i = noise; i < end; i++) {
            slopes[i] = -rate * weights[i] * Sigmoid.of(slopes[i]);
        }
    }
}
