package org.reelsense.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** On which axis a forecaster sees a window, and what follows it. */
public enum Normalisation {

    /** As it comes. */
    NONE,

    /**
     * Less the window's mean, divided by its standard deviation; a forecast takes the way back. So another level
     * than the training series' changes nothing but the level of the forecast (RevIN, Kim et al. 2022, without its learned
     * factors).
     */
    WINDOW;

    /** Added to the variance, as in the paper, so that a window of equal values can be divided. */
    private static final double LEAST_VARIANCE = 1e-5;

    /** The name on the command line, in records and in model files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Normalisation ofId(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("normalisation is " + id + "; it must be "
                        + Arrays.stream(values()).map(Normalisation::id).collect(Collectors.joining(" or "))));
    }

    Axis axis(float[] window) {
        if (this == NONE) {
            return Axis.SAME;
        }
        double mean = 0;
        for (float value : window) {
            mean += value / (double) window.length;
        }
        double variance = 0;
        for (float value : window) {
            variance += (value - mean) * (value - mean) / window.length;
        }
        return new Axis(mean, Math.sqrt(variance + LEAST_VARIANCE));
    }

    /**
     * Where the network has its 0 and its 1.
     *
     * @param unit distance from 0 to 1
     */
    record Axis(double zero, double unit) {

        private static final Axis SAME = new Axis(0, 1);

        float place(float value) {
            return (float) ((value - zero) / unit);
        }

        double value(double place) {
            return place * unit + zero;
        }
    }
}
