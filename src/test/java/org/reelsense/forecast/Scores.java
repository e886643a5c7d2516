package org.reelsense.forecast;

import org.reelsense.storage.DataException;

/** A baseline fitted on series 0 and scored on all, for tests. */
record Scores(double[] rmses, double[] accuracies) {

    static Scores of(SeriesSet set, Scaling scaling, int horizon, String id) throws DataException {
        Windowing windowing = Windowing.ofExperiment(horizon);
        windowing.requireFits(set);
        Baseline baseline = baseline(id, set, scaling, windowing);
        Scores scores = new Scores(new double[set.count()], new double[set.count()]);
        for (int row = 0; row < set.count(); row++) {
            Windows test = Windows.test(scaled(set, row, scaling, windowing), windowing);
            Forecasts forecasts = new Forecasts(test.targets(), baseline.forecast(test.inputs()));
            scores.rmses[row] = forecasts.rmse();
            scores.accuracies[row] = forecasts.directionalAccuracy();
        }
        return scores;
    }

    OverSeries rmse() {
        return OverSeries.of(rmses);
    }

    OverSeries accuracy() {
        return OverSeries.of(accuracies);
    }

    private static Baseline baseline(String id, SeriesSet set, Scaling scaling, Windowing windowing)
            throws DataException {
        return switch (id) {
            case Persistence.ID -> new Persistence(windowing.horizon());
            case SeasonalNaive.ID -> new SeasonalNaive(windowing.horizon(), SeriesSource.season(set));
            case RidgeAutoregression.LINEAR ->
                RidgeAutoregression.fitWithoutConstant(Windows.train(scaled(set, 0, scaling, windowing), windowing));
            case RidgeAutoregression.ID ->
                RidgeAutoregression.fit(Windows.train(scaled(set, 0, scaling, windowing), windowing));
            default -> throw new IllegalArgumentException("no baseline " + id);
        };
    }

    private static double[] scaled(SeriesSet set, int row, Scaling scaling, Windowing windowing) throws DataException {
        return scaling.of(set, row, windowing).scale(set.series().get(row));
    }
}
