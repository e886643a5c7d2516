package org.reelsense.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One direction of a chart.
 *
 * @param title with the unit
 * @param low value at its beginning
 * @param high value at its end, more than {@code low}
 * @param logarithmic to base 10; then {@code low} is more than 0
 * @param ticks values to mark, within the ends; none: Lets-Plot chooses them
 * @param labels of the ticks
 */
record Scale(String title, double low, double high, boolean logarithmic, List<Double> ticks, List<String> labels) {

    private static final double MARGIN = 0.04;
    private static final int MOST_EPOCHS = 8;
    private static final int FEW_TICKS = 3;
    private static final double LOG_MARGIN = 1.12;
    private static final List<Integer> ROUND = List.of(1, 2, 5);

    Scale {
        ticks = List.copyOf(ticks);
        labels = List.copyOf(labels);
    }

    /**
     * Around all values, with a little room.
     *
     * @param values finite, one at least
     * @param least span
     */
    static Scale around(String title, DoubleStream values, double least) {
        double[] all = values.toArray();
        double min = DoubleStream.of(all).min().orElseThrow();
        double max = DoubleStream.of(all).max().orElseThrow();
        double room = Math.max((max - min) * MARGIN, (least - (max - min)) / 2);
        return within(title, min - room, max + room);
    }

    /** The same, within 0 and 100. */
    static Scale percent(String title, DoubleStream values) {
        Scale scale = around(title, values, 1);
        return within(title, Math.max(0, scale.low), Math.min(100, scale.high));
    }

    static Scale within(String title, double low, double high) {
        return new Scale(title, low, high, false, List.of(), List.of());
    }

    /** Whole epochs, with half an epoch of room on either side. */
    static Scale epochs(String title, int first, int last) {
        long step = LongStream.iterate(1, power -> power * 10)
                .flatMap(power -> ROUND.stream().mapToLong(factor -> factor * power))
                .filter(size -> (last - (long) first) / size < MOST_EPOCHS)
                .findFirst()
                .orElseThrow();
        List<Long> ticks = LongStream.rangeClosed((first + step - 1) / step, last / step)
                .mapToObj(i -> i * step)
                .toList();
        return new Scale(
                title,
                first - 0.5,
                last + 0.5,
                false,
                ticks.stream().map(tick -> (double) tick).toList(),
                ticks.stream().map(Figures::count).toList());
    }

    /**
     * Around all values, in powers.
     *
     * @param values more than 0, one at least
     */
    static Scale logarithmic(String title, DoubleStream values) {
        double[] all = values.toArray();
        double low = DoubleStream.of(all).min().orElseThrow() / LOG_MARGIN;
        double high = DoubleStream.of(all).max().orElseThrow() * LOG_MARGIN;
        List<Double> powers = ticks(low, high, List.of(1));
        List<Double> ticks = powers.size() >= FEW_TICKS ? powers : ticks(low, high, ROUND);
        return new Scale(
                title, low, high, true, ticks, ticks.stream().map(Scale::plain).toList());
    }

    private static List<Double> ticks(double low, double high, List<Integer> factors) {
        return IntStream.rangeClosed((int) Math.floor(Math.log10(low)), (int) Math.ceil(Math.log10(high)))
                .mapToObj(exponent -> Math.pow(10, exponent))
                .flatMap(power -> factors.stream().map(factor -> factor * power))
                .filter(tick -> tick >= low && tick <= high)
                .toList();
    }

    private static String plain(double tick) {
        return Figures.fixed(tick, (int) Math.max(0, -Math.floor(Math.log10(tick) + 1e-9)));
    }

    /** Where a value lies, 0 at the beginning and 1 at the end. */
    double position(double value) {
        return logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }
}
