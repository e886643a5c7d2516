package org.reelsense.forecast;

/** A forecaster without a network, which shows what a network is worth. Works on the scaled axis. */
public interface Baseline {

    /** As in records and reports. */
    String id();

    /** Numbers fitted to the training windows. */
    int parameters();

    /**
     * Forecasts.
     *
     * @param inputs {@code [n][window]}, oldest value first
     * @return {@code [n][horizon]}
     */
    double[][] forecast(double[][] inputs);
}
