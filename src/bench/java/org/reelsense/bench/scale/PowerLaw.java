package org.reelsense.bench.scale;

/**
 * y = factor * x^exponent, fitted by least squares on logarithms.
 *
 * @param standardError of the exponent; NaN for two points, which any line fits
 */
public record PowerLaw(double factor, double exponent, double standardError) {

    /**
     * Fits.
     *
     * @param x positive, two different ones at least
     * @param y positive, as many
     * @throws IllegalArgumentException if they are not
     */
    public static PowerLaw fit(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(x.length + " and " + y.length + " values; need as many, two at least");
        }
        double[] u = logarithms(x);
        double[] v = logarithms(y);
        double meanU = mean(u);
        double meanV = mean(v);
        double exponent = products(u, meanU, v, meanV) / products(u, meanU, u, meanU);
        if (!Double.isFinite(exponent)) {
            throw new IllegalArgumentException("x: all the same; an exponent needs two different values");
        }
        double intercept = meanV - exponent * meanU;
        double residuals = 0;
        for (int i = 0; i < u.length; i++) {
            residuals += Math.pow(v[i] - intercept - exponent * u[i], 2);
        }
        double error =
                u.length == 2 ? Double.NaN : Math.sqrt(residuals / (u.length - 2) / products(u, meanU, u, meanU));
        return new PowerLaw(Math.exp(intercept), exponent, error);
    }

    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("values: " + values[i] + " is not above 0 and finite");
            }
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double products(double[] u, double meanU, double[] v, double meanV) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += (u[i] - meanU) * (v[i] - meanV);
        }
        return sum;
    }
}
