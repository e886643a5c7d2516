package org.reelsense.report;

import java.util.stream.DoubleStream;

/**
 * The mean of a figure over seeds, and how far the seeds lie apart.
 *
 * @param sd standard deviation (n - 1); not a number with one seed
 */
record Spread(double mean, double sd) {

    /** Between the two, when written. */
    static final String SIGN = " ± ";

    static Spread of(double... values) {
        double mean = DoubleStream.of(values).average().orElse(Double.NaN);
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
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
