package org.reelsense.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A chart of the bench with both axes logarithmic, drawn as the report's charts are; in their package to reach them. */
public final class ScaleChart {

    private static final List<Look> LOOKS =
            List.of(new Look(0, 21, "solid"), new Look(1, 22, "solid"), new Look(2, 24, "solid"));

    /**
     * A series.
     *
     * @param x above 0
     * @param y above 0, as many
     */
    public record Line(String name, double[] x, double[] y) {

        private Trace trace(int series) {
            return new Trace(
                    series,
                    IntStream.range(0, x.length)
                            .mapToObj(i -> new Point(x[i], y[i]))
                            .toList());
        }

        private String words() {
            return name + ": "
                    + IntStream.range(0, x.length)
                            .mapToObj(i -> String.format(Locale.ROOT, "%.0f: %.4g", x[i], y[i]))
                            .collect(Collectors.joining(", "));
        }
    }

    private ScaleChart() {}

    /** An SVG file of at most three lines. */
    public static String svg(String title, String across, String up, List<Line> lines) {
        List<Trace> traces = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).trace(i))
                .toList();
        Plot plot = Plot.of(
                        Scale.logarithmic(across, values(lines, Line::x)),
                        Scale.logarithmic(up, values(lines, Line::y)),
                        IntStream.range(0, lines.size())
                                .mapToObj(i -> new Key(lines.get(i).name(), LOOKS.get(i)))
                                .toList())
                .and(Layer.lines(traces, 1, 1))
                .and(Layer.points(traces, 3));
        String words = lines.stream().map(Line::words).collect(Collectors.joining("; "));
        Markup drawing = Svg.chart(
                "scale", plot.height(), title, words, Redrawing.of(plot).shapes());
        return Svg.document(plot.height(), drawing).source() + "\n";
    }

    private static DoubleStream values(List<Line> lines, Function<Line, double[]> axis) {
        return lines.stream().map(axis).flatMapToDouble(Arrays::stream);
    }
}
