package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Training;

/** Training loss by epoch of each network at one horizon: the mean over the seeds, and each seed. */
final class LossChart {

    private static final int MOST = 6;
    /** Of a curve: no chart has more pixels. */
    private static final int MOST_POINTS = 200;
    /** Less is nothing, and would squeeze all else. */
    private static final double LEAST = 1e-9;

    private static final int LEAST_TICKS = 2;
    private static final String NOTE =
            "Mean squared error on the training windows, scaled, while they are learned from. ";
    private static final String SEVERAL = "A line is the mean over the seeds, a pale line one seed. ";
    private static final String AXIS = "The axis does not begin at 0.";

    private LossChart() {}

    /** Empty if no network has losses. */
    static Optional<Figure> of(ForecastRecord record, int horizon) {
        Looks looks = Looks.of(record.models().stream().map(Model::name));
        List<Learner> learners = RankedForecaster.ranked(record, horizon).stream()
                .filter(RankedForecaster::isNetwork)
                .map(network -> learner(record, network, looks))
                .filter(learner -> !learner.courses().isEmpty())
                .limit(MOST)
                .toList();
        return learners.isEmpty() ? Optional.empty() : Optional.of(figure(learners, horizon));
    }

    private static Learner learner(ForecastRecord record, RankedForecaster network, Looks looks) {
        List<Course> courses = record.models().stream()
                .filter(model -> model.horizon() == network.figures().horizon()
                        && model.name().equals(network.figures().name()))
                .map(Model::training)
                .flatMap(training -> Optional.ofNullable(training).map(LossChart::points).stream())
                .filter(points -> !points.isEmpty())
                .map(points -> new Course(points, points.subList(points.size() - 1, points.size())))
                .toList();
        return new Learner(new Key(network.shown(), looks.of(network.shown())), courses);
    }

    /** Of a long training not every epoch, but always the last. */
    private static List<Point> points(Training training) {
        int epochs = training.losses().size();
        int step = (epochs + MOST_POINTS - 1) / MOST_POINTS;
        List<Point> points = new ArrayList<>();
        for (int epoch = epochs; epoch > 0; epoch -= step) {
            double loss = training.losses().get(epoch - 1);
            if (loss >= LEAST && loss <= Course.MOST) {
                points.add(0, new Point(epoch, loss));
            }
        }
        return points;
    }

    private static Figure figure(List<Learner> learners, int horizon) {
        List<Point> points = learners.stream()
                .flatMap(learner -> learner.courses().stream())
                .flatMap(course -> course.points().stream())
                .toList();
        boolean several =
                learners.stream().anyMatch(learner -> learner.courses().size() > 1);
        Plot plot = Plot.of(
                across(points), up(points), learners.stream().map(Learner::key).toList());
        if (several) {
            plot = plot.and(Layer.lines(Learner.each(learners), 0.5, 0.4));
        }
        plot = plot.and(Layer.lines(Learner.means(learners), 1, 1)).and(Layer.points(last(learners), 3));
        return plot.figure(
                "losses-" + horizon,
                "Training loss by epoch, " + Steps.ahead(horizon),
                NOTE + (several ? SEVERAL : "") + AXIS,
                words(learners));
    }

    private static Scale across(List<Point> points) {
        double first = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double last = points.stream().mapToDouble(Point::x).max().orElseThrow();
        return Scale.epochs("epoch", (int) first, (int) last);
    }

    private static Scale up(List<Point> points) {
        String title = "mean squared error, scaled";
        Scale powers = Scale.logarithmic(title + ", log scale", points.stream().mapToDouble(Point::y));
        return powers.ticks().size() >= LEAST_TICKS
                ? powers
                : Scale.around(title, points.stream().mapToDouble(Point::y), LEAST);
    }

    /** Of the mean. */
    private static List<Trace> last(List<Learner> learners) {
        return IntStream.range(0, learners.size())
                .mapToObj(i -> {
                    List<Point> mean = learners.get(i).mean();
                    return new Trace(i, mean.subList(mean.size() - 1, mean.size()));
                })
                .toList();
    }

    private static String words(List<Learner> learners) {
        return learners.stream()
                        .map(learner -> learner.key().name() + ": " + course(learner.mean()))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** Begin, middle and end will do. */
    private static String course(List<Point> mean) {
        return IntStream.of(0, mean.size() / 2, mean.size() - 1)
                .distinct()
                .mapToObj(mean::get)
                .map(point -> "epoch " + Figures.count((long) point.x()) + " " + Figures.fixed(point.y(), 6))
                .collect(Collectors.joining(", "));
    }
}
