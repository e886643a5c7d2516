package org.reelsense.evaluation;

/**
 * How much more accurate model A is than model B on average over their seeds; see {@link SeedBootstrap}.
 *
 * @param difference mean accuracy of A minus that of B, -1 to 1
 * @param interval 95 %, of the difference; 0 lies outside exactly if p is at most 0.05
 * @param p two-sided p-value of no difference, more than 0, at most 1
 */
public record MeanDifference(double difference, Interval interval, double p) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public MeanDifference {
        if (!(difference >= -1 && difference <= 1)) {
            throw new IllegalArgumentException("difference is " + difference + "; it must be -1 to 1");
        }
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + "; it must be more than 0 and at most 1");
        }
    }
}
