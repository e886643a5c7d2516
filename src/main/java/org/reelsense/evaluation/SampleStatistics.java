package org.reelsense.evaluation;

import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;

/** What a few values, such as one a seed, are on average and how far they spread. */
public final class SampleStatistics {

    private SampleStatistics() {}

    /**
     * The arithmetic mean.
     *
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public static double mean(double... values) {
        requireValues(values);
        return StatUtils.mean(values);
    }

    /**
     * The standard deviation of the population that the values are a sample of: the divisor is n - 1.
     *
     * @return empty for one value, which says nothing of a spread
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public static OptionalDouble standardDeviation(double... values) {
        requireValues(values);
        return values.length == 1 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(StatUtils.variance(values)));
    }

    /**
     * The mean to use for ratios: that of a/b is one over that of b/a.
     *
     * @throws IllegalArgumentException if there is no ratio, or one is not finite or not more than 0
     */
    public static double geometricMean(double... ratios) {
        requireValues(ratios);
        for (int i = 0; i < ratios.length; i++) {
            if (ratios[i] <= 0) {
                throw new IllegalArgumentException("ratio " + i + " is " + ratios[i]
                        + "; it must be more than 0. Leave out what was not measured");
            }
        }
        return StatUtils.geometricMean(ratios);
    }

    private static void requireValues(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("got no values; give at least one");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i] + "; it must be finite");
            }
        }
    }
}
