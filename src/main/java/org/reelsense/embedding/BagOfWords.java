package org.reelsense.embedding;

import java.util.Arrays;

/**
 * One step of CBOW: the mean of the inputs is the only row of a {@link WindowStep}. Each input gets its share 1/M of the
 * mean's gradient; word2vec's code gives each the whole, which is not the gradient (İrsoy, Benton and Stratos 2021).
 */
final class BagOfWords {

    private final WindowStep step;
    private final float[][] mean;
    private final float[] before;
    private final float[] shares;

    BagOfWords(WindowStep step, int dimension, int mostInputs) {
        this.step = step;
        mean = new float[1][dimension];
        before = new float[dimension];
        shares = new float[mostInputs];
    }

    /** As {@link WindowStep#descend}. */
    void descend(float[][] inputs, int rows, float[][] targets, int columns, float rate) {
        float share = 1f / rows;
        Arrays.fill(shares, 0, rows, share);
        Arrays.fill(mean[0], 0);
        Rows.addScaled(mean[0], inputs, rows, shares, 0, 1);
        Rows.copy(mean[0], before);
        step.descend(mean, 1, targets, columns, rate);
        Rows.subtract(mean[0], before);
        for (int m = 0; m < rows; m++) {
            Rows.add(inputs[m], mean[0], share);
        }
    }
}
