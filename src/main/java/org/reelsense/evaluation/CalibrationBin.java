package org.reelsense.evaluation;

/**
 * Reviews whose probability of "positive" is alike, and what they are.
 *
 * @param low the smallest probability of the bin
 * @param high the next bin's {@code low}; 1 belongs to the last bin
 * @param reviews how many fell into it, at least one
 * @param meanProbability of these reviews
 * @param positiveShare the share of these reviews that is positive; the mean probability if the model is calibrated
 */
public record CalibrationBin(double low, double high, long reviews, double meanProbability, double positiveShare) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public CalibrationBin {
        if (!(0 <= low && low < high && high <= 1)) {
            throw new IllegalArgumentException(
                    "calibration bin is " + low + " to " + high + "; its ends must rise and lie in 0 to 1");
        }
        if (reviews < 1) {
            throw new IllegalArgumentException("calibration bin " + low + " to " + high + " has " + reviews
                    + " reviews; leave out bins without any");
        }
        requireBetween("meanProbability", low, meanProbability, high);
        requireBetween("positiveShare", 0, positiveShare, 1);
    }

    private static void requireBetween(String name, double least, double value, double most) {
        if (!(least <= value && value <= most)) {
            throw new IllegalArgumentException(
                    "calibration bin: " + name + " is " + value + "; it must be " + least + " to " + most);
        }
    }
}
