package org.reelsense.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Layer.Bubble;

/** What share of the reviews is positive, by the probability they were given; before the temperature and with it. */
final class ReliabilityCharts {

    private static final String NOTE =
            "On the thin line probabilities are what they say. The more reviews a mark stands for, the larger it"
                    + " is; first seed of each model.";
    private static final String LEFT_OUT = " Networks of one direction are left out.";
    /** Lines that a diagonal has room for. */
    private static final int MOST = 4;

    private static final double SMALLEST = 1.2;
    private static final double LARGEST = 5.5;

    /** A model's bins that can be drawn. */
    private record Bins(Key key, List<CalibrationBin> bins, double error) {

        static Bins of(Key key, List<CalibrationBin> bins, double error) {
            return new Bins(
                    key,
                    bins.stream()
                            .filter(bin ->
                                    bin.reviews() > 0 && isShare(bin.meanProbability()) && isShare(bin.positiveShare()))
                            .toList(),
                    error);
        }

        private static boolean isShare(double share) {
            return share >= 0 && share <= 1;
        }

        Trace trace(int series) {
            return new Trace(series, bins.stream().map(Bins::point).toList());
        }

        Stream<Bubble> bubbles(int series) {
            double most = bins.stream().mapToLong(CalibrationBin::reviews).max().orElse(1);
            return bins.stream()
                    .map(bin -> new Bubble(
                            series, point(bin), SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(bin.reviews() / most)));
        }

        private static Point point(CalibrationBin bin) {
            return new Point(100 * bin.meanProbability(), 100 * bin.positiveShare());
        }

        String words() {
            return key.name() + " (expected calibration error " + Figures.score(error) + "): "
                    + bins.stream()
                            .map(bin -> Figures.fixed(100 * bin.meanProbability(), 1) + " % said, "
                                    + Figures.fixed(100 * bin.positiveShare(), 1) + " % positive of "
                                    + Figures.count(bin.reviews()))
                            .collect(Collectors.joining(", "));
        }
    }

    private ReliabilityCharts() {}

    static List<Figure> all(RunRecord record) {
        return Stream.of(
                        of(
                                record,
                                "reliability-before",
                                "Reliability before temperature scaling",
                                Diagnostics::calibrationBefore,
                                Diagnostics::calibrationErrorBefore),
                        of(
                                record,
                                "reliability",
                                "Reliability with temperature scaling",
                                Diagnostics::calibration,
                                Diagnostics::calibrationError))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> of(
            RunRecord record,
            String id,
            String title,
            Function<Diagnostics, List<CalibrationBin>> bins,
            ToDoubleFunction<Diagnostics> error) {
        Looks looks = Looks.of(record);
        List<Contender> models = Contender.trained(record);
        List<Contender> chosen = models.size() <= MOST
                ? models
                : models.stream().filter(ReliabilityCharts::isShown).toList();
        List<Bins> all = chosen.stream()
                .flatMap(contender -> contender
                        .diagnostics()
                        .limit(1)
                        .map(first -> Bins.of(contender.key(looks), bins.apply(first), error.applyAsDouble(first))))
                .filter(model -> !model.bins().isEmpty())
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(figure(all, id, title, chosen.size() < models.size() ? NOTE + LEFT_OUT : NOTE));
    }

    /** Where there are many. */
    private static boolean isShown(Contender contender) {
        return !contender.isNetwork() || contender.bidirectional();
    }

    private static Figure figure(List<Bins> all, String id, String title, String note) {
        Plot plot = new Plot(
                        Scale.within("mean probability of \"positive\", %", 0, 100),
                        Scale.within("positive reviews, %", 0, 100),
                        all.stream().map(Bins::key).toList(),
                        true,
                        300,
                        List.of())
                .and(Layer.rule(new Point(0, 0), new Point(100, 100)))
                .and(Layer.lines(
                        IntStream.range(0, all.size())
                                .mapToObj(i -> all.get(i).trace(i))
                                .toList(),
                        0.7,
                        1))
                .and(Layer.bubbles(IntStream.range(0, all.size())
                        .boxed()
                        .flatMap(i -> all.get(i).bubbles(i))
                        .toList()));
        return plot.figure(id, title, note, all.stream().map(Bins::words).collect(Collectors.joining("; ")) + ".");
    }
}
