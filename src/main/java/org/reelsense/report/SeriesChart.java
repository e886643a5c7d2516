package org.reelsense.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.reelsense.forecast.ForecastRecord;

/** The first series, with the part to test on in another colour. */
final class SeriesChart {

    private static final Look BEFORE = new Look(0, 21, "solid");
    private static final Look TEST = new Look(1, 22, "solid");
    /** A chart is not much wider, in pixels. */
    private static final int MOST_STRETCHES = 300;
    /** Beyond it no axis could be read. */
    static final double MOST = 1e12;

    private SeriesChart() {}

    /**
     * Empty if it cannot be drawn.
     *
     * @param values in the series' own units
     */
    static Optional<Figure> of(ForecastRecord record, double[] values) {
        return values.length > 1 && Arrays.stream(values).allMatch(value -> Math.abs(value) <= MOST)
                ? Optional.of(figure(values, Math.max(0, values.length - record.testLength())))
                : Optional.empty();
    }

    private static Figure figure(double[] values, int testStart) {
        List<Trace> traces = List.of(
                new Trace(0, points(values, 0, testStart)), new Trace(1, points(values, testStart, values.length)));
        DoubleSummaryStatistics all = Arrays.stream(values).summaryStatistics();
        return Plot.of(
                        Scale.within("time, values from the first", 0, values.length),
                        Scale.around("value, own unit", Arrays.stream(values), Math.ulp((float) all.getMax()) * 100),
                        List.of(new Key("before the test part", BEFORE), new Key("test part", TEST)))
                .and(Layer.lines(traces, 0.5, 1))
                .figure(
                        "series",
                        "The first series",
                        "Where values lie closer than pixels, their least and largest are drawn.",
                        Figures.count(values.length, "value") + " from " + Figures.amount(all.getMin()) + " to "
                                + Figures.amount(all.getMax()) + "; the test part begins after "
                                + Figures.count(testStart) + ".");
    }

    /** All values, or the least and largest of each stretch if they are many; x counts from 1. */
    private static List<Point> points(double[] values, int from, int to) {
        int stretch = Math.max(1, (values.length + MOST_STRETCHES - 1) / MOST_STRETCHES);
        List<Point> points = new ArrayList<>();
        for (int begin = from; begin < to; begin += stretch) {
            int least = begin;
            int most = begin;
            for (int i = begin; i < Math.min(begin + stretch, to); i++) {
                least = values[i] < values[least] ? i : least;
                most = values[i] > values[most] ? i : most;
            }
            points.add(new Point(Math.min(least, most) + 1, values[Math.min(least, most)]));
            if (least != most) {
                points.add(new Point(Math.max(least, most) + 1, values[Math.max(least, most)]));
            }
        }
        return points;
    }
}
