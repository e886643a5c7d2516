package org.reelsense.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastFile;
import org.reelsense.forecast.ForecastFile.OfSeries;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Model;

/**
 * Forecasts against what came, at the beginning of the first series' test part: windows that follow each other without
 * a gap, so that what came is one line.
 */
record ForecastChart(ForecastRecord record, int horizon, Looks looks) {

    private static final Look ACTUAL = new Look(5, 21, "solid");
    private static final int MOST_MODELS = 3;
    private static final int MOST_VALUES = 60;
    private static final String ONE = "A forecast is made from the values before it, then what came is seen. ";
    private static final String SEVERAL = "Each piece of a line is one forecast, made before its first step is seen. ";

    /** A model's forecasts of the first series. */
    private record Line(String name, OfSeries forecasts) {}

    /** Empty if there are no forecasts that can be drawn. */
    Optional<Figure> of(Map<String, ForecastFile> forecasts) {
        List<Line> lines = lines(forecasts);
        return lines.isEmpty() ? Optional.empty() : Optional.of(figure(lines));
    }

    /** The best networks, or baselines if there is no network. */
    private List<Line> lines(Map<String, ForecastFile> forecasts) {
        Map<String, Line> found = new LinkedHashMap<>();
        for (Model model : record.models()) {
            Optional.ofNullable(forecasts.get(model.forecasts()))
                    .filter(file -> model.horizon() == horizon && file.horizon() == horizon && canBeDrawn(file))
                    .map(file -> new Line(Plain.of(model.name()), file.series().get(0)))
                    .ifPresent(line -> found.putIfAbsent(model.name(), line));
        }
        List<RankedForecaster> drawn = RankedForecaster.ranked(record, horizon).stream()
                .filter(model -> found.containsKey(model.figures().name()))
                .toList();
        boolean networks = drawn.stream().anyMatch(RankedForecaster::isNetwork);
        return drawn.stream()
                .filter(model -> model.isNetwork() == networks)
                .limit(MOST_MODELS)
                .map(model -> found.get(model.figures().name()))
                .toList();
    }

    private static boolean canBeDrawn(ForecastFile file) {
        return !file.series().isEmpty()
                && file.series().get(0).actual().length > 0
                && Stream.of(file.series().get(0).actual(), file.series().get(0).forecast())
                        .flatMap(Stream::of)
                        .flatMapToDouble(DoubleStream::of)
                        .allMatch(value -> Math.abs(value) <= SeriesChart.MOST);
    }

    /** Windows that do not overlap. */
    private List<Integer> windows(OfSeries forecasts) {
        int most = Math.max(1, MOST_VALUES / horizon);
        return IntStream.range(0, forecasts.actual().length)
                .filter(window -> window % horizon == 0)
                .limit(most)
                .boxed()
                .toList();
    }

    private Figure figure(List<Line> lines) {
        OfSeries first = lines.get(0).forecasts;
        List<Trace> traces = new ArrayList<>(joined(0, pieces(0, first, first.actual())));
        for (int i = 0; i < lines.size(); i++) {
            List<Trace> pieces =
                    pieces(i + 1, lines.get(i).forecasts, lines.get(i).forecasts.forecast());
            traces.addAll(horizon == 1 ? joined(i + 1, pieces) : pieces);
        }
        List<Point> points =
                traces.stream().flatMap(trace -> trace.points().stream()).toList();
        Plot plot = Plot.of(
                        Scale.within(
                                "time, values from the first",
                                points.get(0).x() - 1,
                                points.stream().mapToDouble(Point::x).max().orElseThrow() + 1),
                        Scale.around("value, own unit", points.stream().mapToDouble(Point::y), 1e-9),
                        keys(lines))
                .and(Layer.lines(traces.subList(0, 1), 1, 1))
                .and(Layer.lines(traces.subList(1, traces.size()), 0.8, 1));
        return plot.figure(
                "forecasts-" + horizon,
                "Forecast against actual, " + Steps.ahead(horizon),
                (horizon == 1 ? ONE : SEVERAL)
                        + "First series, first seed of each model. The axis does not begin at 0.",
                words(lines));
    }

    private List<Key> keys(List<Line> lines) {
        return Stream.concat(
                        Stream.of(new Key("actual", ACTUAL)),
                        lines.stream().map(line -> new Key(line.name, looks.of(line.name))))
                .toList();
    }

    /** A trace for each window; x counts from 1. */
    private List<Trace> pieces(int key, OfSeries forecasts, double[][] values) {
        return windows(forecasts).stream()
                .map(window -> new Trace(
                        key,
                        IntStream.range(0, horizon)
                                .mapToObj(step ->
                                        new Point(forecasts.first() + window + step + 1.0, values[window][step]))
                                .toList()))
                .toList();
    }

    private static List<Trace> joined(int key, List<Trace> pieces) {
        return List.of(new Trace(
                key, pieces.stream().flatMap(piece -> piece.points().stream()).toList()));
    }

    /** How far off each is, and no value of the data. */
    private String words(List<Line> lines) {
        OfSeries first = lines.get(0).forecasts;
        int values = windows(first).size() * horizon;
        return Figures.count(values, "value") + " after value " + Figures.count(first.first())
                + ". Off on average, in the series' own unit: "
                + lines.stream()
                        .map(line -> line.name + " " + Figures.amount(off(line.forecasts)))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private double off(OfSeries forecasts) {
        return windows(forecasts).stream()
                .flatMapToDouble(window -> IntStream.range(0, horizon)
                        .mapToDouble(step -> Math.abs(
                                forecasts.forecast()[window][step] - forecasts.actual()[window][step])))
                .average()
                .orElseThrow();
    }
}
