package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.Curve;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/** ROC and precision-recall, each cut out around the corner where good models are. */
final class CurveCharts {

    private static final String FIRST = "First seed of each model. ";
    private static final String CUT = "Only the corner is shown where the curves bend. ";
    /** Side of what is cut out, in percent, the smallest that holds every curve's bend. */
    private static final List<Integer> SIDES = List.of(5, 10, 20, 40);

    private static final double BENDS = 2;

    /** A model's curve in percent, and the area under it. */
    private record Line(
            Key key, List<Point> points, @Nullable Double area) {

        static Line of(Key key, Curve curve, @Nullable Double area) {
            List<Point> points = IntStream.range(0, curve.x().size())
                    .mapToObj(i ->
                            new Point(100 * curve.x().get(i), 100 * curve.y().get(i)))
                    .filter(point -> isPercentage(point.x()) && isPercentage(point.y()))
                    .toList();
            return new Line(key, points, area);
        }

        private static boolean isPercentage(double value) {
            return value >= 0 && value <= 100;
        }

        String words(String areaName) {
            return key.name() + ": " + areaName + " " + (area == null ? Figures.ABSENT : Figures.score(area)) + at(0.25)
                    + at(0.5) + at(0.75);
        }

        private String at(double part) {
            Point point = points.get((int) ((points.size() - 1) * part));
            return ", " + Figures.fixed(point.y(), 1) + " % at " + Figures.fixed(point.x(), 1) + " %";
        }
    }

    private CurveCharts() {}

    static List<Figure> all(RunRecord record) {
        return Stream.of(roc(record), precisionRecall(record))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> roc(RunRecord record) {
        List<Line> lines = lines(record, Diagnostics::roc, (model, diagnostics) -> model.testAuc());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int side = side(lines, point -> point.x() >= 100 - point.y() ? point.x() : 100);
        Scale across = Scale.within("false positive rate, %", 0, side);
        Scale up = Scale.within("true positive rate, %", 100.0 - side, 100);
        return Optional.of(
                figure(lines, across, up, "roc", "ROC curve", "area under the curve", "Up and left is better."));
    }

    private static Optional<Figure> precisionRecall(RunRecord record) {
        List<Line> lines =
                lines(record, Diagnostics::precisionRecall, (model, diagnostics) -> diagnostics.averagePrecision());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int side = side(lines, point -> point.x() >= point.y() ? 100 - point.y() : 100);
        Scale across = Scale.within("recall, %", 100.0 - side, 100);
        Scale up = Scale.within("precision, %", 100.0 - side, 100);
        return Optional.of(figure(
                lines,
                across,
                up,
                "precision-recall",
                "Precision and recall of \"positive\"",
                "average precision",
                "Up and right is better."));
    }

    /** Where a curve's area is in the record. */
    private interface Area {
        @Nullable
        Double of(Model model, Diagnostics diagnostics);
    }

    private static List<Line> lines(RunRecord record, Function<Diagnostics, @Nullable Curve> curve, Area area) {
        Looks looks = Looks.of(record);
        List<Line> lines = new ArrayList<>();
        for (Contender contender : Contender.trained(record)) {
            Model first = contender.first();
            Diagnostics diagnostics = first.diagnostics();
            Curve points = diagnostics == null ? null : curve.apply(diagnostics);
            if (diagnostics != null && points != null) {
                lines.add(Line.of(contender.key(looks), points, area.of(first, diagnostics)));
            }
        }
        return lines.stream().filter(line -> line.points().size() > 1).toList();
    }

    /** The whole if a curve bends far from the corner. */
    private static int side(List<Line> lines, Function<Point, Double> bend) {
        double farthest = lines.stream()
                .mapToDouble(line ->
                        line.points().stream().mapToDouble(bend::apply).min().orElse(100))
                .max()
                .orElse(100);
        return SIDES.stream()
                .filter(side -> side >= BENDS * farthest)
                .findFirst()
                .orElse(100);
    }

    private static Figure figure(
            List<Line> lines, Scale across, Scale up, String id, String title, String areaName, String better) {
        Plot plot = new Plot(across, up, lines.stream().map(Line::key).toList(), true, 300, List.of())
                .and(Layer.lines(
                        IntStream.range(0, lines.size())
                                .boxed()
                                .flatMap(i -> Cut.out(lines.get(i).points(), across, up).stream()
                                        .map(piece -> new Trace(i, piece)))
                                .toList(),
                        0.8,
                        1));
        String words = lines.stream().map(line -> line.words(areaName)).collect(Collectors.joining("; "));
        return plot.figure(id, title, FIRST + (across.high() - across.low() < 100 ? CUT : "") + better, words + ".");
    }
}
