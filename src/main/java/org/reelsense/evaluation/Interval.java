package org.reelsense.evaluation;

/**
 * A closed interval of real numbers, such as a confidence interval.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, at least {@code low}
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException if an end is not finite or the ends are swapped */
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "interval [" + low + ", " + high + "] must have finite ends with low <= high");
        }
    }

    /** Whether {@code value} lies between the ends or on one. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
