package org.reelsense.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.SizeRecord;
import org.reelsense.report.Layer.Span;

/** Test accuracy against the number of training reviews: a line for each model. */
final class SizeChart {

    private static final String TITLE = "Test accuracy by number of training reviews";
    private static final String NOTE =
            "Mean over the seeds; the upright line is the mean of the seeds' 95 % intervals. Word vectors are always those of all reviews."
                    + " The axis does not begin at 0.";
    /** So that intervals of the same size stand side by side. */
    private static final double APART = 0.018;

    /** In percent; a mean over seeds. */
    private record Step(int reviews, double accuracy, double low, double high) {

        static Step of(int reviews, List<SizeRecord> seeds) {
            return new Step(
                    reviews,
                    mean(seeds, SizeRecord::testAccuracy),
                    mean(seeds, SizeRecord::testAccuracyLow),
                    mean(seeds, SizeRecord::testAccuracyHigh));
        }

        private static double mean(List<SizeRecord> seeds, ToDoubleFunction<SizeRecord> share) {
            return 100 * seeds.stream().mapToDouble(share).average().orElseThrow();
        }
    }

    private record Line(Key key, List<Step> steps) {

        String words() {
            return key.name() + ": "
                    + steps.stream()
                            .map(step -> Figures.count(step.reviews()) + " reviews "
                                    + Figures.percent(step.accuracy() / 100, step.low() / 100, step.high() / 100)
                                    + " %")
                            .collect(Collectors.joining(", "));
        }
    }

    private SizeChart() {}

    /** Empty if the record has no sizes. */
    static Optional<Figure> of(RunRecord record) {
        List<SizeRecord> sizes = record.sizes();
        if (sizes == null) {
            return Optional.empty();
        }
        Looks looks = Looks.of(record);
        List<SizeRecord> drawn = sizes.stream().filter(SizeChart::canBeDrawn).toList();
        List<Line> lines = drawn.stream()
                .map(size -> Plain.of(size.name()))
                .distinct()
                .map(name -> line(name, drawn, looks))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(figure(lines));
    }

    private static boolean canBeDrawn(SizeRecord size) {
        return size.trainReviews() > 0
                && 0 <= size.testAccuracyLow()
                && size.testAccuracyLow() <= size.testAccuracy()
                && size.testAccuracy() <= size.testAccuracyHigh()
                && size.testAccuracyHigh() <= 1;
    }

    private static Line line(String name, List<SizeRecord> all, Looks looks) {
        Map<Integer, List<SizeRecord>> bySize = all.stream()
                .filter(size -> Plain.of(size.name()).equals(name))
                .collect(Collectors.groupingBy(SizeRecord::trainReviews, TreeMap::new, Collectors.toList()));
        return new Line(
                new Key(name, looks.of(name)),
                bySize.entrySet().stream()
                        .map(entry -> Step.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Figure figure(List<Line> lines) {
        List<Trace> traces = IntStream.range(0, lines.size())
                .mapToObj(i -> new Trace(
                        i,
                        lines.get(i).steps().stream()
                                .map(step -> new Point(x(step, i, lines.size()), step.accuracy()))
                                .toList()))
                .toList();
        Plot plot = Plot.of(
                        Scale.logarithmic(
                                "training reviews, log scale",
                                traces.stream()
                                        .flatMap(trace -> trace.points().stream())
                                        .mapToDouble(Point::x)),
                        Scale.percent("test accuracy, %", heights(lines)),
                        lines.stream().map(Line::key).toList())
                .and(Layer.spans(IntStream.range(0, lines.size())
                        .boxed()
                        .flatMap(i -> lines.get(i).steps().stream().map(step -> interval(step, i, lines.size())))
                        .toList()))
                .and(Layer.lines(traces, 0.8, 1))
                .and(Layer.points(traces, 3));
        return plot.figure(
                "sizes", TITLE, NOTE, lines.stream().map(Line::words).collect(Collectors.joining("; ")) + ".");
    }

    private static Span interval(Step step, int line, int lines) {
        double x = x(step, line, lines);
        return new Span(line, new Point(x, step.low()), new Point(x, step.high()));
    }

    private static double x(Step step, int line, int lines) {
        return step.reviews() * Math.exp(APART * (line - (lines - 1) / 2.0));
    }

    private static DoubleStream heights(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.steps().stream())
                .flatMapToDouble(step -> DoubleStream.of(step.low(), step.high()));
    }
}
