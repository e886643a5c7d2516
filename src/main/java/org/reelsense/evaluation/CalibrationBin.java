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
public record CalibrationBin(double low, double high, long reviews, double meanProbability, double positiveShare) {}
