package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.evaluation.MannWhitney;
import org.reelsense.evaluation.WilcoxonSignedRank;
import org.reelsense.forecast.ForecastRecord.Comparison;
import org.reelsense.forecast.ForecastRecord.SeedScores;
import org.reelsense.forecast.ForecastRecord.Summary;
import org.reelsense.forecast.ForecastRecord.Tests;

/** Each network against each baseline and against each other network of its horizon. */
final class ForecastComparisons {

    private ForecastComparisons() {}

    /** In the order of the summaries. */
    static List<Comparison> of(List<Summary> summaries) {
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

    private static Comparison comparison(Summary a, Summary b) {
        return new Comparison(
                a.name(),
                b.name(),
                a.horizon(),
                a.rmse().mean() - b.rmse().mean(),
                tests(a.rmse(), b.rmse()),
                tests(a.directionalAccuracy(), b.directionalAccuracy()));
    }

    private static Tests tests(SeedScores a, SeedScores b) {
        MannWhitney unpaired = MannWhitney.test(figures(a), figures(b));
        WilcoxonSignedRank paired = WilcoxonSignedRank.test(figures(a), figures(b));
        return new Tests(unpaired.u(), unpaired.p(), Math.min(paired.positive(), paired.negative()), paired.p());
    }

    private static double[] figures(SeedScores scores) {
        return scores.series().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
