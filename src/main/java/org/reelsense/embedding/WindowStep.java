package org.reelsense.embedding;

/**
 * One step of gradient descent on one window: M input rows against N target rows, of which the first is the true one and
 * the others are noise, shared by all inputs (as in pWord2Vec, Ji et al. 2016). Loss: -log σ(x·t) over the true pairs,
 * -log σ(-x·t) over the others. All gradients are taken before any row changes.
 *
 * <p>Scratch of one worker.
 */
final class WindowStep {

    private final float[] slopes;
    private final float[][] targetsBefore;

    WindowStep(int dimension, int mostInputs, int mostTargets) {
        slopes = new float[mostInputs * mostTargets];
        targetsBefore = new float[mostTargets][dimension];
    }

    /**
     * Moves inputs and targets against the gradient.
     *
     * @param inputs the first {@code rows} of them, [M, E]; an input may stand twice
     * @param targets the first {@code columns} of them, [N, E]
     */
    void descend(float[][] inputs, int rows, float[][] targets, int columns, float rate) {
        for (int n = 0; n < columns; n++) {
            Rows.copy(targets[n], targetsBefore[n]);
        }
        Rows.products(inputs, rows, targetsBefore, columns, slopes);
        for (int i = 0; i < rows * columns; i += columns) {
            slopes[i] = rate * (1 - Sigmoid.of(slopes[i]));
            for (int n = 1; n < columns; n++) {
                slopes[i + n] = -rate * Sigmoid.of(slopes[i + n]);
            }
        }
        for (int n = 0; n < columns; n++) {
            Rows.addScaled(targets[n], inputs, rows, slopes, n, columns);
        }
        for (int m = 0; m < rows; m++) {
            Rows.addScaled(inputs[m], targetsBefore, columns, slopes, m * columns, 1);
        }
    }
}
