package org.reelsense.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.forecast.ForecastRecord;

/** RMSE of each model on each series: a mark each. */
final class ErrorChart {

    private static final int MOST = 9;
    private static final String NOTE = "Of a network the mean over its seeds. Less is better.";
    /** Room that the marks of one series share, side by side. */
    private static final double SPREAD = 0.6;

    private static final double ROOM = 1.05;

    private ErrorChart() {}

    /** Empty if nothing can be drawn. */
    static Optional<Figure> of(ForecastRecord record, int horizon) {
        Looks looks = Looks.of(record.models().stream().map(ForecastRecord.Model::name));
        List<RankedForecaster> all = RankedForecaster.ranked(record, horizon);
        List<RankedForecaster> drawn = all.stream()
                .filter(model -> model.figures().rmse().series().stream().allMatch(ErrorChart::canBeDrawn))
                .limit(MOST)
                .toList();
        return drawn.isEmpty() ? Optional.empty() : Optional.of(figure(drawn, looks, horizon, all.size()));
    }

    private static boolean canBeDrawn(double rmse) {
        return rmse >= 0 && rmse <= Course.MOST;
    }

    private static Figure figure(List<RankedForecaster> models, Looks looks, int horizon, int of) {
        int series = models.get(0).figures().rmse().series().size();
        double most = models.stream()
                .flatMap(model -> model.figures().rmse().series().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        Plot plot = Plot.of(
                        Scale.epochs("series", 1, series),
                        Scale.within("RMSE, on the scale of the data", 0, most > 0 ? most * ROOM : 1),
                        models.stream()
                                .map(model -> new Key(model.shown(), looks.of(model.shown())))
                                .toList())
                .and(Layer.points(traces(models), 3));
        String left = of > models.size() ? " " + Figures.count(of - models.size(), "more model") + " not drawn." : "";
        return plot.figure("errors-" + horizon, "RMSE by series, " + Steps.ahead(horizon), NOTE + left, words(models));
    }

    private static List<Trace> traces(List<RankedForecaster> models) {
        return IntStream.range(0, models.size())
                .mapToObj(i -> new Trace(i, points(models, i)))
                .toList();
    }

    private static List<Point> points(List<RankedForecaster> models, int model) {
        List<Double> series = models.get(model).figures().rmse().series();
        double aside = SPREAD * (model - (models.size() - 1) / 2.0) / models.size();
        return IntStream.range(0, series.size())
                .mapToObj(i -> new Point(1 + i + aside, series.get(i)))
                .toList();
    }

    private static String words(List<RankedForecaster> models) {
        return models.stream()
                        .map(model -> model.shown() + ": "
                                + model.figures().rmse().series().stream()
                                        .map(ForecastTables::rmse)
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
