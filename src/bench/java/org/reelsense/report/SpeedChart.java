package org.reelsense.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.reelsense.report.Layer.Span;

/** A chart of the training bench, drawn as the report's charts are; in their package to reach them. */
public final class SpeedChart {

    private static final List<Look> LOOKS = List.of(
            new Look(0, 21, "solid"),
            new Look(3, 23, "dotdash"),
            new Look(1, 22, "solid"),
            new Look(4, 8, "longdash"),
            new Look(5, 3, "dotted"),
            new Look(2, 24, "solid"),
            new Look(6, 1, "dashed"),
            new Look(7, 0, "dashed"));

    /** A rate with its spread over the rounds. */
    public record Mark(double x, double least, double median, double most) {}

    /** A series, by x. */
    public record Line(String name, List<Mark> marks) {

        private String words() {
            return name + ": "
                    + marks.stream()
                            .map(mark -> String.format(Locale.ROOT, "%.0f: %.4g", mark.x(), mark.median()))
                            .collect(Collectors.joining(", "));
        }
    }

    private SpeedChart() {}

    /** An SVG file, both axes logarithmic; medians as points, upright lines from least to most. */
    public static String svg(String title, String across, String up, List<Line> lines) {
        List<Trace> traces = IntStream.range(0, lines.size())
                .mapToObj(series -> new Trace(
                        series,
                        lines.get(series).marks().stream()
                                .map(mark -> new Point(mark.x(), mark.median()))
                                .toList()))
                .toList();
        Plot plot = Plot.of(
                        Scale.logarithmic(across, values(lines, Mark::x)),
                        Scale.logarithmic(
                                up, DoubleStream.concat(values(lines, Mark::least), values(lines, Mark::most))),
                        IntStream.range(0, lines.size())
                                .mapToObj(series -> new Key(lines.get(series).name(), LOOKS.get(series % LOOKS.size())))
                                .toList())
                .and(Layer.spans(spans(lines)))
                .and(Layer.lines(traces, 1, 1))
                .and(Layer.points(traces, 3));
        String words = lines.stream().map(Line::words).collect(Collectors.joining("; "));
        Markup drawing = Svg.chart(
                "speed", plot.height(), title, words, Redrawing.of(plot).shapes());
        return Svg.document(plot.height(), drawing).source() + "\n";
    }

    private static List<Span> spans(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(series -> lines.get(series).marks().stream()
                        .map(mark ->
                                new Span(series, new Point(mark.x(), mark.least()), new Point(mark.x(), mark.most()))))
                .toList();
    }

    private static DoubleStream values(List<Line> lines, ToDoubleFunction<Mark> value) {
        return lines.stream().flatMap(line -> line.marks().stream()).mapToDouble(value);
    }
}
