package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;

/** Dev accuracy by epoch, a line for each model and seed, the kept epoch as a larger dot. */
final class EpochChart {

    static final String TITLE = "Dev accuracy by epoch";

    private static final int LEFT = 46;
    private static final int RIGHT = Svg.WIDTH - 12;
    private static final int TOP = 32;
    private static final int BOTTOM = 232;
    private static final int LEGEND_TOP = 292;
    private static final int LEGEND_LINE = 20;
    private static final int STYLES = 6;
    private static final int DASHES = 4;

    /** A line: only epochs whose accuracy can be drawn. */
    private record Series(String name, int bestEpoch, List<Epoch> epochs) {

        static Series of(Model model) {
            return new Series(
                    Plain.of(model.name()) + ", seed " + model.seed(),
                    model.bestEpoch(),
                    model.history().stream()
                            .filter(epoch -> epoch.devAccuracy() >= 0 && epoch.devAccuracy() <= 1)
                            .toList());
        }

        String words() {
            return name + ": "
                    + epochs.stream()
                            .map(epoch -> "epoch " + epoch.epoch() + " " + Figures.percent(epoch.devAccuracy()) + " %")
                            .collect(Collectors.joining(", "));
        }
    }

    private final List<Series> lines;
    private final Axis across;
    private final Axis up;

    private EpochChart(List<Series> lines) {
        this.lines = lines;
        List<Epoch> all = lines.stream().flatMap(line -> line.epochs().stream()).toList();
        int first = all.stream().mapToInt(Epoch::epoch).min().orElseThrow();
        int last = all.stream().mapToInt(Epoch::epoch).max().orElseThrow();
        this.across = Axis.epochs(first, last);
        this.up = Axis.percentages(
                all.stream().mapToDouble(epoch -> 100 * epoch.devAccuracy()).toArray());
    }

    /** Empty if no model was trained by epochs. */
    static Optional<Markup> of(RunRecord record) {
        List<Series> lines = record.models().stream()
                .map(Series::of)
                .filter(line -> !line.epochs().isEmpty())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new EpochChart(lines).draw());
    }

    private Markup draw() {
        List<Markup> shapes = new ArrayList<>(axes());
        for (int i = 0; i < lines.size(); i++) {
            shapes.addAll(line(i));
            shapes.addAll(legend(i));
        }
        String words = lines.stream().map(Series::words).collect(Collectors.joining("; ")) + ".";
        return Svg.chart("epochs", LEGEND_TOP + LEGEND_LINE * lines.size(), TITLE, words, shapes);
    }

    private List<Markup> axes() {
        List<Markup> shapes = new ArrayList<>();
        for (double tick : up.ticks()) {
            shapes.add(Svg.line("grid", LEFT, y(tick), RIGHT, y(tick)));
            shapes.add(Svg.label("end", LEFT - 6, y(tick) + 4, up.label(tick)));
        }
        for (double tick : across.ticks()) {
            shapes.add(Svg.line("axis", x(tick), BOTTOM, x(tick), BOTTOM + 5));
            shapes.add(Svg.label("middle", x(tick), BOTTOM + 20, across.label(tick)));
        }
        shapes.add(Svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM));
        shapes.add(Svg.label("start", 2, 14, "dev accuracy (%)"));
        shapes.add(Svg.label("middle", (LEFT + RIGHT) / 2.0, BOTTOM + 40, "epoch"));
        return shapes;
    }

    private List<Markup> line(int number) {
        Series series = lines.get(number);
        List<Epoch> epochs = series.epochs();
        String points = epochs.stream()
                .map(epoch -> Svg.pixels(x(epoch.epoch())) + "," + Svg.pixels(y(epoch)))
                .collect(Collectors.joining(" "));
        List<Markup> shapes = new ArrayList<>();
        shapes.add(Markup.element("polyline", Map.of("class", "line " + style(number), "points", points)));
        IntStream.range(0, epochs.size())
                .mapToObj(epochs::get)
                .map(epoch -> Svg.dot(
                        "dot " + style(number),
                        x(epoch.epoch()),
                        y(epoch),
                        epoch.epoch() == series.bestEpoch() ? 5.5 : 3))
                .forEach(shapes::add);
        return shapes;
    }

    private List<Markup> legend(int number) {
        double middle = LEGEND_TOP + LEGEND_LINE * number;
        return List.of(
                Svg.line("line " + style(number), LEFT, middle, LEFT + 34, middle),
                Svg.dot("dot " + style(number), LEFT + 17, middle, 3),
                Svg.label(
                        "start",
                        LEFT + 42,
                        middle + 4,
                        Svg.shorten(lines.get(number).name())));
    }

    /** Colour and dashes both change from line to line, so that twelve lines differ and colour is not all there is. */
    private static String style(int number) {
        return "c" + number % STYLES + " d" + number % DASHES;
    }

    private double x(double epoch) {
        return LEFT + across.position(epoch) * (RIGHT - LEFT);
    }

    private double y(Epoch epoch) {
        return y(100 * epoch.devAccuracy());
    }

    private double y(double percent) {
        return BOTTOM - up.position(percent) * (BOTTOM - TOP);
    }
}
