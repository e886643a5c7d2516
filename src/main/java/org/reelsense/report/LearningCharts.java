package org.reelsense.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.experiment.RunRecord;

/** How the networks learned: dev accuracy and losses by epoch, and dev accuracy by seconds. */
final class LearningCharts {

    private static final int MOST = 6;
    private static final String ONE = "A mark is the epoch that was kept. ";
    private static final String SEVERAL =
            "A line is the mean over the seeds, as far as all go; a pale line is one seed, a mark the epoch that was kept. ";
    private static final String AXIS = "The axis does not begin at 0. All figures stand in the table of epochs.";
    private static final String LOSS = "Mean negative natural logarithm of the probability given to the truth. ";

    private LearningCharts() {}

    static List<Figure> all(RunRecord record) {
        return Stream.of(
                        of(record, "epochs", "Dev accuracy by epoch", Measure.DEV_ACCURACY, false),
                        of(record, "seconds", "Dev accuracy by training time", Measure.DEV_ACCURACY, true),
                        of(record, "dev-loss", "Loss on dev by epoch", Measure.DEV_LOSS, false),
                        of(record, "train-loss", "Loss on training reviews by epoch", Measure.TRAIN_LOSS, false))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> of(RunRecord record, String id, String title, Measure measure, boolean bySeconds) {
        Looks looks = Looks.of(record);
        List<Learner> learners = Contender.all(record).stream()
                .filter(Contender::isNetwork)
                .map(contender -> learner(contender, looks, measure, bySeconds))
                .filter(learner -> !learner.courses().isEmpty())
                .toList();
        return learners.isEmpty() ? Optional.empty() : Optional.of(figure(learners, id, title, measure, bySeconds));
    }

    private static Learner learner(Contender contender, Looks looks, Measure measure, boolean bySeconds) {
        return new Learner(
                contender.key(looks),
                contender.models().stream()
                        .map(model -> Course.of(model, measure, bySeconds))
                        .filter(course -> !course.points().isEmpty())
                        .toList());
    }

    private static Figure figure(List<Learner> all, String id, String title, Measure measure, boolean bySeconds) {
        List<Learner> learners = all.subList(0, Math.min(MOST, all.size()));
        List<Point> points = learners.stream()
                .flatMap(learner -> learner.courses().stream())
                .flatMap(course -> course.points().stream())
                .toList();
        boolean several =
                learners.stream().anyMatch(learner -> learner.courses().size() > 1);
        Plot plot = Plot.of(
                across(points, bySeconds),
                up(points, measure),
                learners.stream().map(Learner::key).toList());
        if (several) {
            plot = plot.and(Layer.lines(Learner.each(learners), 0.5, 0.4));
        }
        plot = plot.and(Layer.lines(Learner.means(learners), 1, 1)).and(Layer.points(kept(learners), 3));
        String note = (several ? SEVERAL : ONE)
                + (measure == Measure.DEV_ACCURACY ? "" : LOSS)
                + (measure == Measure.TRAIN_LOSS ? "With dropout on. " : "")
                + left(all.subList(learners.size(), all.size()))
                + AXIS;
        return plot.figure(id, title, note, words(learners, measure, bySeconds));
    }

    private static String left(List<Learner> learners) {
        return learners.isEmpty()
                ? ""
                : "Left out: "
                        + learners.stream().map(learner -> learner.key().name()).collect(Collectors.joining(", "))
                        + ". ";
    }

    private static Scale across(List<Point> points, boolean bySeconds) {
        double last = points.stream().mapToDouble(Point::x).max().orElseThrow();
        double first = points.stream().mapToDouble(Point::x).min().orElseThrow();
        return bySeconds
                ? Scale.within("training time, s", 0, last * 1.03)
                : Scale.epochs("epoch", (int) first, (int) last);
    }

    private static Scale up(List<Point> points, Measure measure) {
        return measure == Measure.DEV_ACCURACY
                ? Scale.percent(measure.title(), points.stream().mapToDouble(Point::y))
                : Scale.around(measure.title(), points.stream().mapToDouble(Point::y), 0.01);
    }

    private static List<Trace> kept(List<Learner> learners) {
        return IntStream.range(0, learners.size())
                .mapToObj(i -> new Trace(
                        i,
                        learners.get(i).courses().stream()
                                .flatMap(course -> course.kept().stream())
                                .toList()))
                .toList();
    }

    private static String words(List<Learner> learners, Measure measure, boolean bySeconds) {
        return learners.stream()
                        .map(learner -> learner.key().name() + ": "
                                + learner.mean().stream()
                                        .map(point -> (bySeconds
                                                        ? Figures.amount(point.x()) + " s "
                                                        : "epoch " + Figures.count((long) point.x()) + " ")
                                                + Figures.fixed(point.y(), measure.decimals())
                                                + (measure == Measure.DEV_ACCURACY ? " %" : ""))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
