package org.reelsense.evaluation;

/**
 * The expected calibration error (Naeini, Cooper and Hauskrecht 2015, AAAI): how far probabilities are from shares. The
 * reviews are put into 15 bins of equal width by their probability of "positive"; of each bin it takes how far the mean
 * probability is from the share that is positive, weighted by its number of reviews.
 *
 * <p>Guo et al. 2017 bin by the probability of the predicted class instead, which for two classes uses half of the bins.
 */
final class CalibrationError {

    static final int BINS = 15;

    private CalibrationError() {}

    /** 0 to 1; a bin holds its lower end, the last one both. */
    static double of(float[] probabilities, boolean[] positive) {
        double[] excess = new double[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) ((double) probabilities[i] * BINS));
            excess[bin] += probabilities[i] - (positive[i] ? 1.0 : 0.0);
        }
        double sum = 0;
        for (double one : excess) {
            sum += Math.abs(one);
        }
        return sum / probabilities.length;
    }
}
