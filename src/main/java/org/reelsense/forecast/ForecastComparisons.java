package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.forecast.ForecastRecord.Comparison;
import org.reelsense.forecast.ForecastRecord.SeedScores;
import org.reelsense.forecast.ForecastRecord.Summary;
import org.reelsense.forecast.ForecastRecord.Tests;

/** Each network against each baseline and against each other network of its horizon. */
record ForecastComparisons(PairTest mannWhitney, PairTest wilcoxon) {

    /** In the order of the summaries. */
    List<Comparison> of(List<Summary> summaries) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < summaries.size(); i++) {
            for (int j = 0; j < summaries.size(); j++) {
                Summary a = summaries.get(i);
                Summary b = summaries.get(j);
                boolean once = !b.isNetwork() || i < j;
                if (a.isNetwork() && once && a.horizon() == b.horizon()) {
                    comparisons.add(comparison(a, b));
                }
            }
        }
        return comparisons;
    }

    private Comparison comparison(Summary a, Summary b) {
        return new Comparison(
                a.name(),
                b.name(),
                a.horizon(),
                a.rmse().mean() - b.rmse().mean(),
                tests(a.rmse(), b.rmse()),
                tests(a.directionalAccuracy(), b.directionalAccuracy()));
    }

    private Tests tests(SeedScores a, SeedScores b) {
        PairTest.Outcome unpaired = mannWhitney.of(figures(a), figures(b));
        PairTest.Outcome paired = wilcoxon.of(figures(a), figures(b));
        return new Tests(unpaired.statistic(), unpaired.p(), paired.statistic(), paired.p());
    }

    private static double[] figures(SeedScores scores) {
        return scores.series().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
