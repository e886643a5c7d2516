package org.reelsense.embedding;

import java.util.Arrays;

/**
 * The inputs of CBOW: a window's mean stands for its words. Each word gets its share 1/M of the mean's change; word2vec's
 * code gives each the whole, which is not the gradient (İrsoy, Benton and Stratos 2021).
 */
final class BagsOfWords {

    /** The first are set by {@link #fill}, for a step to change. */
    final float[][] means;

    private final float[][] before;
    private final float[] shares;

    BagsOfWords(int dimension, int mostBags, int mostInputs) {
        means = new float[mostBags][dimension];
        before = new float[mostBags][dimension];
        shares = new float[mostInputs];
    }

    void fill(int bag, float[][] inputs, int rows) {
        Arrays.fill(shares, 0, rows, 1f / rows);
        Arrays.fill(means[bag], 0);
        Rows.addScaled(means[bag], inputs, rows, shares, 0, 1);
        Rows.copy(means[bag], before[bag]);
    }

    /** Hands what has changed in the mean to the words that {@link #fill} took. */
    void spread(int bag, float[][] inputs, int rows) {
        Rows.subtract(means[bag], before[bag]);
        for (int m = 0; m < rows; m++) {
            Rows.add(inputs[m], means[bag], 1f / rows);
        }
    }
}
