package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Layer.Span;

/** What accuracy costs in training time: networks and NB-SVM. */
final class CostChart {

    private static final String TITLE = "Test accuracy against training time";
    private static final String NOTE =
            "A large mark is the mean over the seeds with its 95 % interval, a small one a seed."
                    + " Up and left is better. Training time is without that of the word vectors, which all networks share.";
    /** Times farther apart are shown in powers. */
    private static final double WIDE = 12;

    /** Seconds and percent. */
    private record Spot(Key key, Point mean, double low, double high, List<Point> seeds) {}

    private CostChart() {}

    /** Empty if nothing was trained. */
    static Optional<Figure> of(RunRecord record) {
        Looks looks = Looks.of(record);
        List<Spot> spots = Contender.trained(record).stream()
                .map(contender -> spot(contender, looks))
                .flatMap(Optional::stream)
                .toList();
        return spots.isEmpty() ? Optional.empty() : Optional.of(figure(spots));
    }

    private static Optional<Spot> spot(Contender contender, Looks looks) {
        List<Point> points = contender.models().stream()
                .map(model -> new Point(model.trainSeconds(), 100 * model.testAccuracy()))
                .filter(point -> point.x() > 0 && point.x() < 1e9 && point.y() >= 0 && point.y() <= 100)
                .toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double low = 100 * contender.figures().testAccuracyLow();
        double high = 100 * contender.figures().testAccuracyHigh();
        Point mean = new Point(
                points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
        boolean interval = 0 <= low && low <= high && high <= 100;
        return Optional.of(new Spot(
                contender.key(looks),
                mean,
                interval ? low : mean.y(),
                interval ? high : mean.y(),
                points.size() == 1 ? List.of() : points));
    }

    private static Figure figure(List<Spot> spots) {
        Plot plot = Plot.of(
                        across(spots),
                        Scale.percent("test accuracy, %", heights(spots)),
                        spots.stream().map(Spot::key).toList())
                .and(Layer.spans(IntStream.range(0, spots.size())
                        .mapToObj(i -> interval(i, spots.get(i)))
                        .toList()))
                .and(Layer.faintPoints(
                        IntStream.range(0, spots.size())
                                .mapToObj(i -> new Trace(i, spots.get(i).seeds()))
                                .toList(),
                        2))
                .and(Layer.points(
                        IntStream.range(0, spots.size())
                                .mapToObj(i -> new Trace(i, List.of(spots.get(i).mean())))
                                .toList(),
                        4));
        return plot.figure(
                "cost", TITLE, NOTE, spots.stream().map(CostChart::words).collect(Collectors.joining("; ")) + ".");
    }

    private static Span interval(int series, Spot spot) {
        return new Span(
                series,
                new Point(spot.mean().x(), spot.low()),
                new Point(spot.mean().x(), spot.high()));
    }

    private static Scale across(List<Spot> spots) {
        List<Point> all = new ArrayList<>();
        spots.forEach(spot -> all.addAll(spot.seeds()));
        spots.forEach(spot -> all.add(spot.mean()));
        double shortest = all.stream().mapToDouble(Point::x).min().orElseThrow();
        double longest = all.stream().mapToDouble(Point::x).max().orElseThrow();
        return longest > WIDE * shortest
                ? Scale.logarithmic("training time, s, log scale", all.stream().mapToDouble(Point::x))
                : Scale.around("training time, s", all.stream().mapToDouble(Point::x), longest / 4);
    }

    private static DoubleStream heights(List<Spot> spots) {
        return spots.stream()
                .flatMapToDouble(spot -> DoubleStream.concat(
                        DoubleStream.of(spot.low(), spot.high()),
                        spot.seeds().stream().mapToDouble(Point::y)));
    }

    private static String words(Spot spot) {
        return spot.key().name() + ": " + Figures.fixed(spot.mean().y(), 2) + " % in "
                + Figures.amount(spot.mean().x()) + " s";
    }
}
