package org.reelsense.evaluation;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * A share of successes, such as 22,500 right answers of 25,000.
 *
 * @param successes 0 to {@code trials}
 * @param trials 1 to 2,147,483,647
 */
public record Proportion(long successes, long trials) {

    /** @throws IllegalArgumentException if a count is out of its range */
    public Proportion {
        if (trials < 1 || trials > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("trials is " + trials + "; it must be 1 to " + Integer.MAX_VALUE);
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes is " + successes + "; it must be 0 to the number of trials, " + trials);
        }
    }

    /** The share itself, 0 to 1. */
    public double value() {
        return (double) successes / trials;
    }

    /**
     * The Wilson score interval (Wilson 1927, "Probable inference, the law of succession, and statistical inference",
     * JASA 22:209-212), without continuity correction. It always lies in [0, 1] and contains {@link #value}.
     *
     * @param confidence more than 0 and less than 1, for example 0.95
     * @throws IllegalArgumentException if {@code confidence} is out of its range
     */
    public Interval wilson(double confidence) {
        requireConfidence(confidence);
        ConfidenceInterval wilson =
                BinomialProportion.getWilsonScoreInterval(Math.toIntExact(trials), value(), confidence);
        // Rounding can leave [0, 1], or the share itself where the interval ends on it, by an ulp.
        double low = Math.max(0, Math.min(value(), wilson.getLowerBound()));
        double high = Math.min(1, Math.max(value(), wilson.getUpperBound()));
        return new Interval(low, high);
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence is " + confidence + "; it must be between 0 and 1, for example 0.95");
        }
    }
}
