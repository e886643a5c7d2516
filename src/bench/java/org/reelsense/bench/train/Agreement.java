package org.reelsense.bench.train;

import java.util.Arrays;
import java.util.Locale;

/**
 * Whether two engines compute the same on the same weights and reviews: without that a comparison of their speed is void.
 *
 * @param loss difference of the mean losses
 * @param logits the largest difference of a logit
 * @param gradients the L2 norm of the difference of all recurrent and linear weights' gradients, over the norm of the gradients
 * @param embeddings the same for the embedding's gradient
 */
record Agreement(double loss, double logits, double gradients, double embeddings) {

    private static final double MOST = 1e-4;
    private static final double MOST_OF_GRADIENTS = 1e-3;

    /** What an engine's {@code probe} answers: loss, logits, dense gradients, gradients of the embedding rows touched, in one array. */
    static float[] numbers(float loss, float[] logits, float[] dense, float[] embedding) {
        float[] all = new float[1 + logits.length + dense.length + embedding.length];
        all[0] = loss;
        System.arraycopy(logits, 0, all, 1, logits.length);
        System.arraycopy(dense, 0, all, 1 + logits.length, dense.length);
        System.arraycopy(embedding, 0, all, 1 + logits.length + dense.length, embedding.length);
        return all;
    }

    /**
     * Compares.
     *
     * @param reviews logits there are
     * @param dense numbers of the dense gradients
     */
    static Agreement of(float[] one, float[] other, int reviews, int dense) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " and " + other.length + " numbers to compare");
        }
        int firstGradient = 1 + reviews;
        int firstRow = firstGradient + dense;
        return new Agreement(
                Math.abs(one[0] - other[0]),
                largest(Arrays.copyOfRange(one, 1, firstGradient), Arrays.copyOfRange(other, 1, firstGradient)),
                relative(one, other, firstGradient, firstRow),
                relative(one, other, firstRow, one.length));
    }

    private static double largest(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    private static double relative(float[] one, float[] other, int begin, int end) {
        double difference = 0;
        double norm = 0;
        for (int i = begin; i < end; i++) {
            difference += Math.pow((double) one[i] - other[i], 2);
            norm += Math.pow(one[i], 2);
        }
        return norm == 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
    }

    /** Whether all differences are no more than rounding; false for NaN. */
    boolean holds() {
        return loss <= MOST && logits <= MOST && gradients <= MOST_OF_GRADIENTS && embeddings <= MOST_OF_GRADIENTS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "loss differs by %.1e, logits by %.1e at most, weights' gradients by %.1e of their norm, embeddings' by %.1e",
                loss,
                logits,
                gradients,
                embeddings);
    }
}
