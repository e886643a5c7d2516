package org.reelsense.forecast;

import java.util.Arrays;

/**
 * A measure over the series of a set.
 *
 * @param mean over the series
 * @param deviation the standard deviation of these very series, divisor n: as the authors give it, and not the estimate
 *     for others like them that {@code SampleStatistics} makes
 */
public record OverSeries(double mean, double deviation) {

    /**
     * From one value a series.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OverSeries of(double... values) {
        double mean = Arrays.stream(values)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("got no values; give one for each series"));
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return new OverSeries(mean, Math.sqrt(variance));
    }
}
