package org.reelsense.report;

import java.util.List;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Comparison;

/** What a comparison of two models comes to, in words. */
final class ForecastPair {

    private ForecastPair() {}

    /** Of fewer series the least possible p is 0.08: no difference could be called significant. */
    private static final int LEAST_SERIES = 4;

    /** Whether there are series enough for a test to tell anything. */
    static boolean isTested(ForecastRecord record) {
        return record.series().count() >= LEAST_SERIES;
    }

    /** By the test of the paper. */
    static boolean significant(Comparison pair) {
        return pair.rmse().mannWhitneyP() < Figures.SIGNIFICANCE;
    }

    /** {@code lstm is significantly better than persistence: RMSE 0.04012 against 0.37305 (Mann-Whitney ...).} */
    static String sentence(ForecastRecord record, Comparison pair) {
        return Plain.of(pair.a()) + " is " + verdict(record, pair) + Plain.of(pair.b()) + ": RMSE "
                + rmse(record, pair.a(), pair.horizon()) + " against " + rmse(record, pair.b(), pair.horizon())
                + (isTested(record) ? " (" + tests(pair) + (agrees(pair) ? ")." : ": the two tests disagree).") : ".");
    }

    /** Who is named second follows. */
    static String verdict(ForecastRecord record, Comparison pair) {
        boolean better = pair.rmseDifference() < 0;
        if (!isTested(record)) {
            return better ? "better than " : "not better than ";
        }
        if (significant(pair)) {
            return better ? "significantly better than " : "significantly worse than ";
        }
        return better ? "not significantly better than " : "not better than ";
    }

    static String tests(Comparison pair) {
        return "Mann-Whitney " + Figures.p(pair.rmse().mannWhitneyP()) + ", Wilcoxon "
                + Figures.p(pair.rmse().wilcoxonP());
    }

    /** Whether both tests call the difference significant, or neither does. */
    private static boolean agrees(Comparison pair) {
        return significant(pair) == pair.rmse().wilcoxonP() < Figures.SIGNIFICANCE;
    }

    private static String rmse(ForecastRecord record, String name, int horizon) {
        List<RankedForecaster> ranked = RankedForecaster.ranked(record, horizon);
        return ranked.stream()
                .filter(model -> model.figures().name().equals(name))
                .findFirst()
                .map(model -> ForecastTables.rmse(model.rmse()))
                .orElse(Figures.ABSENT);
    }
}
