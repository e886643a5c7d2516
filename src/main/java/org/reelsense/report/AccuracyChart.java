package org.reelsense.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.report.Layer.Span;
import org.reelsense.report.Layer.Word;

/** Test accuracy with its 95 % interval: a row for each model or, in a record without summaries, for each seed. */
final class AccuracyChart {

    private static final String TITLE = "Test accuracy with 95 % interval";
    private static final String OF_SEEDS =
            "A large mark is the mean over the seeds, its line the 95 % interval of the mean; a small mark is one seed. ";
    private static final String OF_ONE = "The line is the 95 % interval. ";
    private static final String AXIS = "The axis does not begin at 0. ";
    private static final String OUTSIDE = "An arrow: left of the axis. ";
    /** What is so many points less accurate than the best would leave no room for the rest. */
    private static final double FARTHEST = 12;

    private static final int ROW = 46;
    private static final double WORDS = 0.36;
    private static final double SEEDS = -0.24;

    /** In percent. */
    private record Row(String name, Look look, double accuracy, double low, double high, List<Double> seeds) {

        boolean canBeDrawn() {
            return 0 <= low && low <= accuracy && accuracy <= high && high <= 100;
        }

        String figures() {
            return Figures.percent(accuracy / 100, low / 100, high / 100);
        }
    }

    private final List<Row> rows;
    private final boolean ofSeeds;
    private final Scale across;

    private AccuracyChart(List<Row> rows, boolean ofSeeds) {
        this.rows = rows;
        this.ofSeeds = ofSeeds;
        double best = rows.stream().mapToDouble(Row::accuracy).max().orElseThrow();
        this.across = Scale.percent(
                "test accuracy, %",
                rows.stream()
                        .filter(row -> row.accuracy >= best - FARTHEST)
                        .flatMapToDouble(row -> DoubleStream.concat(
                                DoubleStream.of(row.low, row.high),
                                row.seeds.stream().mapToDouble(seed -> seed))));
    }

    /** Empty if there is no model to draw. */
    static Optional<Figure> of(RunRecord record) {
        Looks looks = Looks.of(record);
        List<ModelSummary> summaries = record.summaries();
        List<Row> rows = (summaries == null
                        ? record.models().stream().map(model -> row(model, looks))
                        : summaries.stream().map(summary -> row(summary, record, looks)))
                .filter(Row::canBeDrawn)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new AccuracyChart(rows, summaries != null).figure());
    }

    private static Row row(Model model, Looks looks) {
        return new Row(
                Plain.of(model.name()) + ", seed " + model.seed(),
                looks.of(Plain.of(model.name())),
                100 * model.testAccuracy(),
                100 * model.testAccuracyLow(),
                100 * model.testAccuracyHigh(),
                List.of());
    }

    private static Row row(ModelSummary summary, RunRecord record, Looks looks) {
        return new Row(
                Plain.of(summary.name()),
                looks.of(Plain.of(summary.name())),
                100 * summary.testAccuracy(),
                100 * summary.testAccuracyLow(),
                100 * summary.testAccuracyHigh(),
                record.models().stream()
                        .filter(model -> Objects.equals(model.name(), summary.name()))
                        .map(model -> 100 * model.testAccuracy())
                        .filter(accuracy -> accuracy >= 0 && accuracy <= 100)
                        .toList());
    }

    private Figure figure() {
        Plot plot = new Plot(across, up(), keys(), false, ROW * rows.size(), List.of())
                .and(Layer.spans(spans()))
                .and(Layer.faintPoints(
                        traces(i -> rows.get(i).seeds.stream().map(seed -> new Point(seed, SEEDS - i))), 2.2))
                .and(Layer.points(traces(i -> Stream.of(new Point(rows.get(i).accuracy, -i))), 4))
                .and(Layer.words(words()));
        boolean all = rows.stream().allMatch(row -> across.contains(row.accuracy));
        String note = (ofSeeds ? OF_SEEDS : OF_ONE) + AXIS + (all ? "" : OUTSIDE)
                + "All figures stand in the table of results.";
        String figures = rows.stream()
                .map(row -> row.name + ": " + row.figures() + " %" + seeds(row))
                .collect(Collectors.joining("; "));
        return plot.figure("accuracy", TITLE, note, figures + ".");
    }

    private static String seeds(Row row) {
        return row.seeds.isEmpty()
                ? ""
                : ", seeds "
                        + row.seeds.stream().map(seed -> Figures.fixed(seed, 2)).collect(Collectors.joining(", "));
    }

    private Scale up() {
        return new Scale(
                "",
                0.6 - rows.size(),
                0.7,
                false,
                IntStream.range(0, rows.size()).mapToObj(i -> (double) -i).toList(),
                rows.stream().map(row -> "").toList());
    }

    private List<Key> keys() {
        return rows.stream().map(row -> new Key(row.name, row.look)).toList();
    }

    private List<Trace> traces(IntFunction<Stream<Point>> points) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Trace(
                        i,
                        points.apply(i)
                                .filter(point -> across.contains(point.x()))
                                .toList()))
                .toList();
    }

    private List<Span> spans() {
        return IntStream.range(0, rows.size())
                .filter(i -> across.contains(rows.get(i).low) && across.contains(rows.get(i).high))
                .mapToObj(i -> new Span(i, new Point(rows.get(i).low, -i), new Point(rows.get(i).high, -i)))
                .toList();
    }

    private List<Word> words() {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        new Word(new Point(across.low(), WORDS - i), 0, name(rows.get(i))),
                        new Word(
                                new Point(across.high(), WORDS - i),
                                1,
                                rows.get(i).figures())))
                .toList();
    }

    private String name(Row row) {
        return (across.contains(row.accuracy) ? "" : "← ") + new Key(row.name, row.look).name();
    }
}
