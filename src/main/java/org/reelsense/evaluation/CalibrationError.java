package org.reelsense.evaluation;

/**
 * The expected calibration error (Naeini, Cooper and Hauskrecht 2015, AAAI): how far probabilities are from shares. Of
 * each bin of {@link CalibrationCurve} it takes how far the mean probability is from the share that is positive,
 * weighted by its number of reviews.
 *
 * <p>Guo et al. 2017 bin by the probability of the predicted class instead, which for two classes uses half of the bins.
 */
final class CalibrationError {

    private CalibrationError() {}

    /** 0 to 1. */
    static double of(float[] probabilities, boolean[] positive) {
        double sum = 0;
        for (CalibrationBin bin : CalibrationCurve.of(probabilities, positive)) {
            sum += bin.reviews() * Math.abs(bin.meanProbability() - bin.positiveShare());
        }
        return sum / probabilities.length;
    }
}
