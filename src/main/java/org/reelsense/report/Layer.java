package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Marks that are drawn over the layers before it.
 *
 * @param marks how many points or words it has
 */
record Layer(Spec spec, int marks) {

    /** A straight piece of a series, such as an interval. */
    record Span(int series, Point from, Point to) {}

    /**
     * A word at a place.
     *
     * @param anchor 0 if it begins there, 1 if it ends there
     */
    record Word(Point at, double anchor, String text) {}

    /**
     * A point as large as it weighs.
     *
     * @param size diameter, in Lets-Plot's unit of about 1.1 pixels
     */
    record Bubble(int series, Point at, double size) {}

    /**
     * A line through the points of each trace.
     *
     * @param width in Lets-Plot's unit of 2.2 pixels
     * @param opacity 0 to 1
     */
    static Layer lines(List<Trace> traces, double width, double opacity) {
        List<Integer> groups = IntStream.range(0, traces.size())
                .boxed()
                .flatMap(i -> traces.get(i).points().stream().map(point -> i))
                .toList();
        return new Layer(
                geom("line")
                        .with("size", width)
                        .with("alpha", opacity)
                        .with("show_legend", opacity == 1)
                        .with("data", data(traces).with("group", groups))
                        .with("mapping", mapping("color", "linetype").with("group", "group")),
                groups.size());
    }

    /** @param size diameter, in Lets-Plot's unit of about 1.1 pixels */
    static Layer points(List<Trace> traces, double size) {
        return new Layer(
                geom("point")
                        .with("size", size)
                        .with("data", data(traces))
                        .with("mapping", mapping("color", "fill", "shape")),
                marks(traces));
    }

    /** Points without a place in the legend. */
    static Layer faintPoints(List<Trace> traces, double size) {
        return new Layer(points(traces, size).spec.with("show_legend", false), marks(traces));
    }

    static Layer bubbles(List<Bubble> bubbles) {
        return new Layer(
                geom("point")
                        .with(
                                "data",
                                data(
                                                bubbles.stream()
                                                        .map(Bubble::series)
                                                        .toList(),
                                                bubbles.stream().map(Bubble::at).toList())
                                        .with("size", column(bubbles, Bubble::size)))
                        .with("mapping", mapping("color", "fill", "shape").with("size", "size")),
                bubbles.size());
    }

    static Layer spans(List<Span> spans) {
        return new Layer(
                segments(spans).with("show_legend", false).with("mapping", ends(mapping("color"))), spans.size());
    }

    /** A thin line that belongs to no series. */
    static Layer rule(Point from, Point to) {
        return new Layer(
                segments(List.of(new Span(0, from, to)))
                        .with("show_legend", false)
                        .with("size", 0.5)
                        .with("color", Paint.RULE.hex())
                        .with("mapping", ends(mapping())),
                1);
    }

    private static Spec segments(List<Span> spans) {
        return geom("segment")
                .with("size", 0.9)
                .with(
                        "data",
                        data(
                                        spans.stream().map(Span::series).toList(),
                                        spans.stream().map(Span::from).toList())
                                .with("xend", column(spans, span -> span.to().x()))
                                .with("yend", column(spans, span -> span.to().y())));
    }

    private static Spec ends(Spec mapping) {
        return mapping.with("xend", "xend").with("yend", "yend");
    }

    static Layer words(List<Word> words) {
        return new Layer(
                geom("text")
                        .with("color", Paint.INK.hex())
                        .with("size", LetsPlot.FONT / 2.0)
                        .with("show_legend", false)
                        .with(
                                "data",
                                data(
                                                words.stream().map(word -> 0).toList(),
                                                words.stream().map(Word::at).toList())
                                        .with(
                                                "label",
                                                words.stream().map(Word::text).toList())
                                        .with("anchor", column(words, Word::anchor)))
                        .with("mapping", mapping().with("label", "label").with("hjust", "anchor")),
                words.size());
    }

    private static int marks(List<Trace> traces) {
        return traces.stream().mapToInt(trace -> trace.points().size()).sum();
    }

    private static Spec geom(String name) {
        return new Spec().with("geom", name).with("tooltips", "none").with("sampling", "none");
    }

    private static Spec data(List<Trace> traces) {
        List<Integer> series = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (Trace trace : traces) {
            trace.points().forEach(point -> series.add(trace.series()));
            points.addAll(trace.points());
        }
        return data(series, points);
    }

    private static Spec data(List<Integer> series, List<Point> points) {
        return new Spec()
                .with("series", series.stream().map(LetsPlot::id).toList())
                .with("x", column(points, Point::x))
                .with("y", column(points, Point::y));
    }

    private static <T> List<Double> column(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().map(value::applyAsDouble).toList();
    }

    private static Spec mapping(String... bySeries) {
        Spec mapping = new Spec().with("x", "x").with("y", "y");
        for (String aesthetic : bySeries) {
            mapping.with(aesthetic, "series");
        }
        return mapping;
    }
}
