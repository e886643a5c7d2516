package org.reelsense.report;

import org.reelsense.experiment.RunRecord.Epoch;

/** What a chart shows of an epoch. */
enum Measure {
    DEV_ACCURACY("dev accuracy, %", 100, 2),
    DEV_LOSS("dev loss, nats", Course.MOST, 4),
    TRAIN_LOSS("training loss, nats", Course.MOST, 4);

    private final String title;
    private final double most;
    private final int decimals;

    Measure(String title, double most, int decimals) {
        this.title = title;
        this.most = most;
        this.decimals = decimals;
    }

    double of(Epoch epoch) {
        return switch (this) {
            case DEV_ACCURACY -> 100 * epoch.devAccuracy();
            case DEV_LOSS -> epoch.devLoss();
            case TRAIN_LOSS -> epoch.trainLoss();
        };
    }

    /** Of the axis, with the unit. */
    String title() {
        return title;
    }

    boolean contains(double value) {
        return value >= 0 && value <= most;
    }

    int decimals() {
        return decimals;
    }
}
