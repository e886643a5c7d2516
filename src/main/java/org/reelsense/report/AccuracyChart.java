package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/** Test accuracy with its 95 % interval, a row for each model and seed. */
final class AccuracyChart {

    static final String TITLE = "Test accuracy with 95 % interval";

    private static final int LEFT = 16;
    private static final int RIGHT = Svg.WIDTH - 24;
    private static final int TOP = 12;
    private static final int ROW = 46;
    private static final int CAP = 5;

    private final List<Model> models;
    private final Axis across;
    private final int bottom;

    private AccuracyChart(List<Model> models) {
        this.models = models;
        this.across = Axis.percentages(models.stream()
                .flatMapToDouble(model -> DoubleStream.of(model.testAccuracyLow(), model.testAccuracyHigh()))
                .map(share -> 100 * share)
                .toArray());
        this.bottom = TOP + ROW * models.size() + 4;
    }

    /** Empty if there is no model to draw. */
    static Optional<Markup> of(RunRecord record) {
        List<Model> models =
                record.models().stream().filter(AccuracyChart::canBeDrawn).toList();
        return models.isEmpty() ? Optional.empty() : Optional.of(new AccuracyChart(models).draw());
    }

    private static boolean canBeDrawn(Model model) {
        return 0 <= model.testAccuracyLow()
                && model.testAccuracyLow() <= model.testAccuracy()
                && model.testAccuracy() <= model.testAccuracyHigh()
                && model.testAccuracyHigh() <= 1;
    }

    private Markup draw() {
        List<Markup> shapes = new ArrayList<>(axis());
        for (int i = 0; i < models.size(); i++) {
            shapes.addAll(row(models.get(i), TOP + ROW * i));
        }
        String words = models.stream()
                .map(model -> name(model) + ": " + ModelTables.testAccuracy(model) + " %")
                .collect(Collectors.joining("; "));
        return Svg.chart("accuracy", bottom + 48, TITLE, words + ".", shapes);
    }

    private List<Markup> axis() {
        List<Markup> shapes = new ArrayList<>();
        for (double tick : across.ticks()) {
            shapes.add(Svg.line("grid", x(tick), TOP, x(tick), bottom));
            shapes.add(Svg.label("middle", x(tick), bottom + 18, across.label(tick)));
        }
        shapes.add(Svg.line("axis", LEFT, bottom, RIGHT, bottom));
        shapes.add(Svg.label("middle", (LEFT + RIGHT) / 2.0, bottom + 40, "test accuracy (%)"));
        return shapes;
    }

    private List<Markup> row(Model model, double top) {
        double low = x(100 * model.testAccuracyLow());
        double high = x(100 * model.testAccuracyHigh());
        double middle = top + 30;
        return List.of(
                Svg.label("start", 2, top + 14, Svg.shorten(name(model))),
                Svg.label("end", Svg.WIDTH - 2, top + 14, ModelTables.testAccuracy(model)),
                Svg.line("line c0", low, middle, high, middle),
                Svg.line("line c0", low, middle - CAP, low, middle + CAP),
                Svg.line("line c0", high, middle - CAP, high, middle + CAP),
                Svg.dot("dot c0", x(100 * model.testAccuracy()), middle, 4.5));
    }

    private static String name(Model model) {
        return Plain.of(model.name()) + ", seed " + model.seed();
    }

    private double x(double percent) {
        return LEFT + across.position(percent) * (RIGHT - LEFT);
    }
}
