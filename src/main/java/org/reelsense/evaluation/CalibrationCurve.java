package org.reelsense.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How often reviews of a like probability are positive, which shows where a model is too sure of itself and where not
 * sure enough. The expected calibration error of {@link Evaluation} is made from the same bins.
 */
public final class CalibrationCurve {

    /** Of equal width. */
    public static final int BINS = 15;

    private CalibrationCurve() {}

    /**
     * Puts reviews into bins by their probability of "positive"; O(n).
     *
     * @param probabilities of "positive", one a review, 0 to 1
     * @param positive what each review is, in the same order
     * @return the bins in ascending order, those without reviews left out; at least one, at most {@link #BINS}
     * @throws IllegalArgumentException if the lengths differ or are 0, or a probability is NaN or out of range
     */
    public static List<CalibrationBin> of(float[] probabilities, boolean[] positive) {
        Inputs.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        Inputs.requireProbabilities(probabilities);
        long[] reviews = new long[BINS];
        double[] probability = new double[BINS];
        long[] positives = new long[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = binOf(probabilities[i]);
            reviews[bin]++;
            probability[bin] += probabilities[i];
            positives[bin] += positive[i] ? 1 : 0;
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (reviews[bin] > 0) {
                bins.add(bin(bin, reviews[bin], probability[bin], positives[bin]));
            }
        }
        return List.copyOf(bins);
    }

    /** A float times 15 is exact as a double, so no review slips over the edge of its bin. */
    private static int binOf(float probability) {
        return Math.min(BINS - 1, (int) ((double) probability * BINS));
    }

    private static CalibrationBin bin(int bin, long reviews, double probability, long positives) {
        double low = (double) bin / BINS;
        double high = (bin + 1.0) / BINS;
        // The sum is rounded: the mean of many reviews at an end must not leave the bin by an ulp.
        double mean = Math.max(low, Math.min(high, probability / reviews));
        return new CalibrationBin(low, high, reviews, mean, (double) positives / reviews);
    }
}
