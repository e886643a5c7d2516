package org.reelsense.forecast;

import java.util.Arrays;

/**
 * Linear autoregression: each value to come is its own weighted sum of the window and a constant, fitted by least squares
 * with a penalty on all weights squared (Hoerl and Kennard, Technometrics 12, 1970).
 *
 * <p>Penalty and constant are those of the published row, found by trying: {@value #PENALTY} on the sum of squares, the
 * constant penalised like the weights. It is weak, and the constant does harm: fitted to a series without a trend, it pulls
 * those that have one back to where that one stood. Without a constant the mean RMSE on Activities is 0.0316 (horizon 1), with
 * it 0.0668 ({@code make_forecast_golden.py}, its column of ones taken away), so that who beats this row has not beaten
 * linear models.
 */
public final class RidgeAutoregression implements Baseline {

    public static final String ID = "ridge";

    /** The published row's; see above. */
    public static final double PENALTY = 0.001;

    private final double[][] weights; // [window + 1][horizon]; the last row is the constant

    private RidgeAutoregression(double[][] weights) {
        this.weights = weights;
    }

    /**
     * Fits it with the published penalty.
     *
     * @param train of the series that networks are trained on too
     */
    public static RidgeAutoregression fit(Windows train) {
        return fit(train, PENALTY);
    }

    /**
     * Fits it.
     *
     * @param penalty on the sum of squares; more than 0, which also makes the solution the only one
     * @throws IllegalArgumentException if the penalty is not more than 0, or too small for these windows
     */
    static RidgeAutoregression fit(Windows train, double penalty) {
        if (!(penalty > 0) || !Double.isFinite(penalty)) {
            throw new IllegalArgumentException("penalty is " + penalty + "; it must be finite and more than 0");
        }
        int width = train.inputs()[0].length + 1;
        double[][] products = new double[width][width];
        double[][] right = new double[width][train.targets()[0].length];
        for (int i = 0; i < train.count(); i++) {
            double[] row = withConstant(train.inputs()[i]);
            addOuter(products, row, row);
            addOuter(right, row, train.targets()[i]);
        }
        for (int j = 0; j < width; j++) {
            products[j][j] += penalty;
        }
        return new RidgeAutoregression(Cholesky.of(products).solve(right));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int parameters() {
        return weights.length * weights[0].length;
    }

    @Override
    public double[][] forecast(double[][] inputs) {
        double[][] forecasts = new double[inputs.length][weights[0].length];
        for (int i = 0; i < inputs.length; i++) {
            double[] row = withConstant(inputs[i]);
            for (int j = 0; j < row.length; j++) {
                addScaled(forecasts[i], row[j], weights[j]);
            }
        }
        return forecasts;
    }

    private static double[] withConstant(double[] input) {
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
