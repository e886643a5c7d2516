package org.reelsense.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The scale of one direction of a chart.
 *
 * @param low value at its beginning
 * @param high value at its end, more than {@code low}
 * @param ticks values to mark, ascending, within the ends
 * @param decimals that tell the ticks apart
 */
record Axis(double low, double high, List<Double> ticks, int decimals) {

    private static final int STEPS = 5;
    private static final int EPOCH_STEPS = 8;
    private static final double SMALLEST_SPAN = 0.1;
    private static final double ROUNDING = 1e-9;

    /**
     * An axis of percentages from round number to round number around all values; equal values get half a point of room
     * on either side.
     *
     * @param values 0 to 100, one at least
     */
    static Axis percentages(double[] values) {
        double min = DoubleStream.of(values).min().orElseThrow();
        double max = DoubleStream.of(values).max().orElseThrow();
        if (max - min < SMALLEST_SPAN) {
            min = Math.max(0, min - 0.5);
            max = Math.min(100, max + 0.5);
        }
        return round(min, max);
    }

    /**
     * An axis from round number to round number around all values; equal values get half a unit of room on either side.
     *
     * @param values at most a million either way, one at least
     */
    static Axis around(double[] values) {
        double min = DoubleStream.of(values).min().orElseThrow();
        double max = DoubleStream.of(values).max().orElseThrow();
        return max - min < SMALLEST_SPAN / 100 ? round(min - 0.5, max + 0.5) : round(min, max);
    }

    private static Axis round(double min, double max) {
        double step = roundStep((max - min) / STEPS);
        long first = (long) Math.floor(min / step + ROUNDING);
        long last = (long) Math.ceil(max / step - ROUNDING);
        List<Double> ticks =
                LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
        return new Axis(first * step, last * step, ticks, (int) Math.max(0, -Math.floor(Math.log10(step) + ROUNDING)));
    }

    /** An axis of whole epochs with half an epoch of room on either side. */
    static Axis epochs(int first, int last) {
        long step = (long) Math.max(1, roundStep((last - (double) first) / EPOCH_STEPS));
        long firstTick = Math.floorDiv(first + step - 1, step) * step;
        List<Double> ticks = LongStream.rangeClosed(0, (last - firstTick) / step)
                .mapToObj(i -> (double) (firstTick + i * step))
                .toList();
        return new Axis(first - 0.5, last + 0.5, ticks, 0);
    }

    /** Where a value lies, 0 at the beginning and 1 at the end. */
    double position(double value) {
        return (value - low) / (high - low);
    }

    String label(double tick) {
        return Figures.fixed(tick, decimals);
    }

    /** The next 1, 2 or 5 times a power of ten; 0 gives 0. */
    private static double roundStep(double least) {
        if (least <= 0) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= least * (1 - ROUNDING)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
