package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastRecord.Scores;

/**
 * What a model forecast on the test part of every series.
 *
 * @param series in the order of the data
 */
record TestForecasts(PreparedSeries data, List<Forecasts> series) {

    /** Forecasts all test windows. */
    static TestForecasts by(Forecaster model, PreparedSeries data) {
        List<Forecasts> series = new ArrayList<>();
        for (Windows test : data.test()) {
            series.add(new Forecasts(test.targets(), model.forecast(test.inputs())));
        }
        return new TestForecasts(data, List.copyOf(series));
    }

    Scores rmse() {
        return Scores.of(series.stream().mapToDouble(Forecasts::rmse).toArray());
    }

    Scores directionalAccuracy() {
        return Scores.of(
                series.stream().mapToDouble(Forecasts::directionalAccuracy).toArray());
    }

    /** With every value in its series' own units too. */
    ForecastFile file() {
        List<ForecastFile.OfSeries> rows = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Forecasts one = series.get(i);
            MinMax scale = data.scales().get(i);
            rows.add(new ForecastFile.OfSeries(
                    data.firstTarget(),
                    unscaled(scale, one.actual()),
                    unscaled(scale, one.predicted()),
                    one.actual(),
                    one.predicted()));
        }
        return new ForecastFile(data.windowing().horizon(), rows);
    }

    private static double[][] unscaled(MinMax scale, double[][] rows) {
        return Stream.of(rows).map(scale::unscale).toArray(double[][]::new);
    }
}
