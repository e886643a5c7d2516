package org.reelsense.report;

import java.util.stream.DoubleStream;
import org.reelsense.evaluation.SampleStatistics;

/**
 * The mean of a figure over seeds, and how far the seeds lie apart.
 *
 * @param sd standard deviation (n - 1); not a number with one seed
 */
record Spread(double mean, double sd) {

    /** Between the two, when written. */
    static final String SIGN = " ± ";

    static Spread of(double... values) {
        if (values.length == 0 || !DoubleStream.of(values).allMatch(Double::isFinite)) {
            return new Spread(Double.NaN, Double.NaN); // a damaged record still gets its report
        }
        return new Spread(
                SampleStatistics.mean(values),
                SampleStatistics.standardDeviation(values).orElse(Double.NaN));
    }

    /** Of shares: {@code 92.66 ± 0.10}, or without the deviation if there is none. */
    String percent() {
        return Figures.percent(mean) + with(Figures.percent(sd));
    }

    /** Of seconds: {@code 377 ± 12}. */
    String amount() {
        return Figures.amount(mean) + with(Figures.amount(sd, mean));
    }

    private String with(String deviation) {
        return Double.isFinite(mean) && Double.isFinite(sd) ? SIGN + deviation : "";
    }
}
