package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.RunRecord;
import org.reelsense.forecast.ForecastFile.OfSeries;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Scores;
import org.reelsense.forecast.ForecastRecord.Training;

/** Forecasting runs with invented figures; public for tests of {@code report} and {@code cli}. */
public final class InventedForecasts {

    private static final int SERIES = 10;
    private static final int LENGTH = 400;
    private static final int TEST = 100;

    private InventedForecasts() {}

    /** Two networks of two seeds and two baselines, at both horizons; one step ahead with the golden figures. */
    public static ForecastRecord full() {
        List<Model> models = new ArrayList<>();
        for (int horizon : List.of(1, 20)) {
            double scale = 1 + (horizon - 1) / 100.0;
            models.add(network("lstm", horizon, 1, i -> scale * (0.04 + 0.001 * i)));
            models.add(network("lstm", horizon, 2, i -> scale * (0.041 + 0.0012 * i)));
            models.add(network("gru", horizon, 1, i -> scale * (0.0405 + 0.0008 * (3 * i % 10))));
            models.add(network("gru", horizon, 2, i -> scale * (0.04153 + 0.00071 * (i * i % 7))));
            models.add(baseline("persistence", horizon, i -> scale * (0.37 + 0.003 * (7 * i % 10))));
            models.add(baseline("seasonal", horizon, i -> scale * (0.041083 + 0.00091 * (3 * i % 10))));
        }
        return of("weekly", models);
    }

    /** What is left of a record if the data are fewer series. */
    public static ForecastRecord ofFirstSeries(ForecastRecord record, int count) {
        ForecastRecord.Series data = record.series();
        List<Model> models = record.models().stream()
                .map(model -> with(
                        model,
                        first(model.rmse(), count),
                        first(model.directionalAccuracy(), count),
                        model.forecasts()))
                .toList();
        return with(
                record,
                new ForecastRecord.Series(data.name(), data.sha256(), count, data.length()),
                record.scaling(),
                record.settings(),
                models);
    }

    /** The same run scaled otherwise, or with other settings. */
    public static ForecastRecord with(ForecastRecord record, String scaling, ForecastRecord.Settings settings) {
        return with(record, record.series(), scaling, settings, record.models());
    }

    private static ForecastRecord with(
            ForecastRecord record,
            ForecastRecord.Series series,
            String scaling,
            ForecastRecord.Settings settings,
            List<Model> models) {
        return ForecastRecord.of(
                series,
                scaling,
                record.window(),
                record.testLength(),
                record.season(),
                record.machine(),
                record.commit(),
                record.started(),
                record.command(),
                settings,
                models);
    }

    private static Scores first(Scores scores, int count) {
        return Scores.of(scores.series().stream()
                .limit(count)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** One network of one seed at one horizon, and nothing beside it. */
    public static ForecastRecord one() {
        return of("weekly", List.of(network("lstm", 1, 1, i -> 0.04 + 0.001 * i)));
    }

    /** No network; nothing is compared. */
    public static ForecastRecord baselines() {
        return of(
                "weekly",
                List.of(
                        baseline("persistence", 20, i -> 0.37 + 0.003 * i),
                        baseline("seasonal", 20, i -> 0.04 + 0.001 * i)));
    }

    /** Two networks on prices, and persistence. */
    public static ForecastRecord prices(double leastOfLstm) {
        return of(
                "BANKEX.csv",
                List.of(
                        network("lstm", 1, 1, i -> leastOfLstm + 0.001 * i),
                        network("rnn", 1, 1, i -> 0.0175 + 0.001 * i),
                        baseline("persistence", 1, i -> 0.0161 + 0.00101 * i)));
    }

    public static ForecastRecord of(String name, List<Model> models) {
        return ForecastRecord.of(
                new ForecastRecord.Series(name, "ab".repeat(32), SERIES, LENGTH),
                "all",
                60,
                TEST,
                7,
                new RunRecord.Machine("Linux 6.1 amd64", "Example CPU @ 2.10GHz", 2, "OpenJDK 17", "oneDNN 3.11", 2),
                "0123abc",
                "2026-11-22T03:17:05Z",
                "reelsense forecast --horizon 1,20",
                new ForecastRecord.Settings(128, 4, 32, 0.001),
                models);
    }

    public static Model network(String name, int horizon, long seed, IntToDoubleFunction rmse) {
        List<Double> losses = List.of(0.1, 0.03, 0.01 / seed, 0.004);
        return model(name, Model.NETWORK, horizon, seed, new Training(4, 0.52, 6_000, 1 << 28, losses), rmse);
    }

    public static Model baseline(String name, int horizon, IntToDoubleFunction rmse) {
        return model(name, Model.BASELINE, horizon, null, null, rmse);
    }

    /** With a direction that is right the more often, the less the RMSE. */
    private static Model model(
            String name,
            String kind,
            int horizon,
            @Nullable Long seed,
            @Nullable Training training,
            IntToDoubleFunction rmse) {
        boolean network = training != null;
        String trial = ForecastFolder.trial(name, horizon, seed);
        return new Model(
                name,
                kind,
                network ? name : null,
                horizon,
                seed,
                network ? 66_689 : 0,
                network ? 2.08 : 0,
                training,
                scores(rmse),
                scores(i -> 0.7 - rmse.applyAsDouble(i)),
                network ? ForecastFolder.modelName(trial) : null,
                ForecastFolder.forecastsName(trial));
    }

    private static Scores scores(IntToDoubleFunction series) {
        return Scores.of(IntStream.range(0, SERIES).mapToDouble(series).toArray());
    }

    /** The same model with its forecasts elsewhere. */
    static Model moved(Model model, String forecasts) {
        return with(model, model.rmse(), model.directionalAccuracy(), forecasts);
    }

    private static Model with(Model model, Scores rmse, Scores direction, String forecasts) {
        return new Model(
                model.name(),
                model.kind(),
                model.cell(),
                model.horizon(),
                model.seed(),
                model.parameters(),
                model.trainSeconds(),
                model.training(),
                rmse,
                direction,
                model.file(),
                forecasts);
    }

    /** A wave with a period of a week. */
    public static double[] series() {
        return IntStream.range(0, LENGTH).mapToDouble(InventedForecasts::value).toArray();
    }

    private static double value(int at) {
        return 1_000 + 300 * Math.sin(2 * Math.PI * at / 7) + at;
    }

    /** Of each model, a little off. */
    public static Map<String, ForecastFile> forecasts(ForecastRecord record) {
        Map<String, ForecastFile> forecasts = new HashMap<>();
        for (Model model : record.models()) {
            forecasts.put(
                    model.forecasts(), file(model.horizon(), 10.0 * model.name().length()));
        }
        return forecasts;
    }

    /** Forecasts that are too high by so much. */
    public static ForecastFile file(int horizon, double off) {
        OfSeries series = new OfSeries(
                LENGTH - TEST,
                values(horizon, 0, 1),
                values(horizon, off, 1),
                values(horizon, 0, 1_700),
                values(horizon, off, 1_700));
        return new ForecastFile(
                horizon, IntStream.range(0, SERIES).mapToObj(i -> series).toList());
    }

    private static double[][] values(int horizon, double off, double scale) {
        double[][] values = new double[TEST - horizon + 1][horizon];
        for (int window = 0; window < values.length; window++) {
            for (int step = 0; step < horizon; step++) {
                values[window][step] = (value(LENGTH - TEST + window + step) + off) / scale;
            }
        }
        return values;
    }
}
