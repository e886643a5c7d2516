package org.reelsense.forecast;

/** Says how series go on. Works on the scaled axis. */
@FunctionalInterface
public interface Forecaster {

    /**
     * Forecasts.
     *
     * @param inputs {@code [n][window]}, oldest value first
     * @return {@code [n][horizon]}
     */
    double[][] forecast(double[][] inputs);
}
