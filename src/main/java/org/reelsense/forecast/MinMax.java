package org.reelsense.forecast;

/**
 * The range that is mapped to [0, 1]. Values outside it, as test values may be that the range was not taken from, land
 * outside [0, 1] and are kept so.
 *
 * @param min mapped to 0
 * @param max mapped to 1; more than {@code min}
 */
public record MinMax(double min, double max) {

    /** @throws IllegalArgumentException if the range is empty, or too wide for a number */
    public MinMax {
        if (!(max > min) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("range [" + min + ", " + max + "] must have finite ends with min < max,"
                    + " less than " + Double.MAX_VALUE + " apart");
        }
    }

    /** Of a value in the series' unit, the place on the scaled axis. */
    public double scale(double value) {
        return (value - min) / (max - min);
    }

    /** Of a place on the scaled axis, the value in the series' unit. */
    public double unscale(double scaled) {
        return scaled * (max - min) + min;
    }

    /** Places on the scaled axis, in the series' unit. */
    public double[] unscale(double[] scaled) {
        double[] values = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            values[i] = unscale(scaled[i]);
        }
        return values;
    }

    /** A whole series on the scaled axis. */
    public double[] scale(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = scale(values[i]);
        }
        return scaled;
    }
}
