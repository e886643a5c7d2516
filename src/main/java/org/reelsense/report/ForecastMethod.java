package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.RidgeAutoregression;
import org.reelsense.forecast.Scaling;
import org.reelsense.forecast.SeasonalNaive;

/** How a forecasting run was measured, and what is odd about the method that it repeats. */
final class ForecastMethod {

    private static final String DIRECTION =
            "Directional accuracy is the share of signs that are right. A sign is that of"
                    + " the change from one window to the next in the same column, not from one step of a forecast to the next:"
                    + " standing still is a sign of its own, and a forecast that repeats the last value is right where the series"
                    + " moves as it moved a window before.";
    private static final String TESTS =
            "U and its p are Mann and Whitney's, two-sided, by the normal approximation, as in"
                    + " the paper. They take the figures of the series for two unrelated samples; Wilcoxon's signed-rank test"
                    + " compares series by series. A difference is called significant if Mann and Whitney's p is below 0.05.";
    private static final String FEW =
            "The series are few and not independent of each other: p is no more than the paper's own"
                    + " yardstick. p is not corrected for the number of pairs.";
    private static final String BANKEX = "On BANKEX, daily prices of shares, nothing is known to beat persistence: a"
            + " significant win there is a warning that something of the test part leaked, not a success.";

    private ForecastMethod() {}

    /** A sentence or two each. */
    static List<String> of(ForecastRecord record) {
        List<String> method = new ArrayList<>();
        method.add("The method is that of Velarde et al. (2022, arXiv 2504.18185): a window of values goes through one"
                + " recurrent layer, whose last state gives all steps at once by a linear layer; mean squared error, Adam as in Keras,"
                + " shuffled windows, no validation, all epochs made.");
        method.add("Networks and fitted baselines learn from the first series alone, and are tested on the last "
                + Figures.count(record.testLength(), "value")
                + " of every series: what differs from series to series is"
                + " never learned.");
        method.add(scaling(record));
        method.addAll(normalisation(record));
        method.addAll(overlaps(record));
        method.addAll(baselines(record));
        method.add(
                "RMSE is taken on the scaled axis, over all windows and steps of a series; the table has its mean over"
                        + " the series and their standard deviation, with the divisor n, as in the paper. The standard deviation"
                        + " of seeds is that of their means, with the divisor n - 1.");
        method.add(DIRECTION);
        method.add(TESTS);
        method.add(FEW);
        method.add(BANKEX);
        method.add(
                "Seconds are wall time of training. Peak memory is the whole process's, up to the end of that model.");
        return List.copyOf(method);
    }

    private static List<String> normalisation(ForecastRecord record) {
        return record.settings().normalises()
                ? List.of("Unlike in the paper, a network sees each window less its mean and divided by its standard"
                        + " deviation, and its forecasts take the way back (Kim et al. 2022): another level than the first"
                        + " series' changes nothing but the level of the forecast. Baselines see windows as they are.")
                : List.of();
    }

    private static String scaling(ForecastRecord record) {
        String each = "Each series is scaled to 0 to 1 by its own least and largest value ";
        return record.scaling().equals(Scaling.TRAIN.id())
                ? each + "before the test part: no test value is seen, and test values may lie outside 0 to 1."
                : each
                        + "over all of it, as in the paper: the scale knows the test part, which one who forecasts cannot."
                        + " --scaling train does without.";
    }

    /** As {@link org.reelsense.forecast.Windowing#sharedTargets} counts them. */
    private static List<String> overlaps(ForecastRecord record) {
        return record.horizons().stream()
                .filter(horizon -> horizon > 1)
                .map(horizon -> Figures.capital(Steps.ahead(horizon)) + ", "
                        + Figures.count(Math.min(horizon - 1, record.testLength()), "value")
                        + " of the first series are targets both of training and of test windows, as in the paper.")
                .toList();
    }

    private static List<String> baselines(ForecastRecord record) {
        Set<String> names =
                record.models().stream().map(ForecastRecord.Model::name).collect(Collectors.toSet());
        List<String> method = new ArrayList<>();
        if (names.contains(RankedForecaster.PERSISTENCE)) {
            method.add("persistence repeats the last value of the window.");
        }
        if (names.contains(SeasonalNaive.ID)) {
            method.add(
                    "seasonal repeats the last season of the window, " + Figures.count(record.season(), "value") + ".");
        }
        if (names.contains(RidgeAutoregression.ID)) {
            method.add("ridge is a linear regression on all values of the window and a constant, with a penalty on its"
                    + " weights and on the constant too. linear is the same without the constant, which pulls series back to"
                    + " where the first one stood: to beat linear models is to beat both.");
        }
        return method;
    }
}
