package org.reelsense.forecast;

/** A forecaster without a network, which shows what a network is worth. */
public interface Baseline extends Forecaster {

    /** As in records and reports. */
    String id();

    /** Numbers fitted to the training windows. */
    int parameters();
}
