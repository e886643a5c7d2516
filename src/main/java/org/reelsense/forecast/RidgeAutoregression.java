package org.reelsense.forecast;

import java.util.Arrays;

/**
 * Linear autoregression: each value to come is its own weighted sum of the window, fitted by least squares with a penalty on
 * all weights squared (Hoerl and Kennard, Technometrics 12, 1970); with a constant or without.
 *
 * <p>Penalty and constant of {@link #ID} are those of the row that this experiment was given to compare with, which is not the
 * authors'. Its penalty was found by trying: {@value #PENALTY} on the sum of squares, the constant penalised like the weights. The constant does harm: fitted to a series without a trend, it pulls those
 * that have one back to where that one stood. So who beats this row has not beaten linear models; {@link #LINEAR} has none.
 */
public final class RidgeAutoregression implements Baseline {

    /** With a constant. */
    public static final String ID = "ridge";

    /** Without one. */
    public static final String LINEAR = "linear";

    /** The given row's; see above. */
    public static final double PENALTY = 0.001;

    private final boolean constant;
    private final double[][] weights; // [window][horizon], and one row more for the constant

    private RidgeAutoregression(boolean constant, double[][] weights) {
        this.constant = constant;
        this.weights = weights;
    }

    /**
     * Fits it with the given penalty.
     *
     * @param train of the series that networks are trained on too
     */
    public static RidgeAutoregression fit(Windows train) {
        return fit(train, PENALTY, true);
    }

    /** The same without a constant. */
    public static RidgeAutoregression fitWithoutConstant(Windows train) {
        return fit(train, PENALTY, false);
    }

    /**
     * Fits it.
     *
     * @param penalty on the sum of squares; more than 0, which also makes the solution the only one
     * @throws IllegalArgumentException if the penalty is not more than 0, or too small for these windows
     */
    static RidgeAutoregression fit(Windows train, double penalty, boolean constant) {
        if (!(penalty > 0) || !Double.isFinite(penalty)) {
            throw new IllegalArgumentException("penalty is " + penalty + "; it must be finite and more than 0");
        }
        int width = train.inputs()[0].length + (constant ? 1 : 0);
        double[][] products = new double[width][width];
        double[][] right = new double[width][train.targets()[0].length];
        for (int i = 0; i < train.count(); i++) {
            double[] row = row(train.inputs()[i], constant);
            addOuter(products, row, row);
            addOuter(right, row, train.targets()[i]);
        }
        for (int j = 0; j < width; j++) {
            products[j][j] += penalty;
        }
        return new RidgeAutoregression(constant, Cholesky.of(products).solve(right));
    }

    @Override
    public String id() {
        return constant ? ID : LINEAR;
    }

    @Override
    public int parameters() {
        return weights.length * weights[0].length;
    }

    @Override
    public double[][] forecast(double[][] inputs) {
        double[][] forecasts = new double[inputs.length][weights[0].length];
        for (int i = 0; i < inputs.length; i++) {
            double[] row = row(inputs[i], constant);
            for (int j = 0; j < row.length; j++) {
                addScaled(forecasts[i], row[j], weights[j]);
            }
        }
        return forecasts;
    }

    private static double[] row(double[] input, boolean constant) {
        if (!constant) {
            return input;
        }
        double[] row = Arrays.copyOf(input, input.length + 1);
        row[input.length] = 1;
        return row;
    }

    private static void addOuter(double[][] sum, double[] column, double[] row) {
        for (int j = 0; j < column.length; j++) {
            addScaled(sum[j], column[j], row);
        }
    }

    private static void addScaled(double[] sum, double factor, double[] row) {
        for (int k = 0; k < row.length; k++) {
            sum[k] += factor * row[k];
        }
    }
}
