package org.reelsense.forecast;

/**
 * What was forecast of one series and what came, on the scaled axis.
 *
 * @param actual {@code [n][horizon]}, the test windows in their order
 * @param predicted the same places as a model saw them coming, finite
 */
public record Forecasts(double[][] actual, double[][] predicted) {

    /** @throws IllegalArgumentException if there are fewer than two windows, shapes differ, or a forecast is not finite */
    public Forecasts {
        if (actual.length != predicted.length || actual.length < 2) {
            throw new IllegalArgumentException("got " + actual.length + " windows of actual and " + predicted.length
                    + " of predicted values; give as many of both, two at least");
        }
        for (int i = 0; i < actual.length; i++) {
            requireSound(i, actual[0].length, actual[i], predicted[i]);
        }
    }

    /** The root of the mean squared error over all windows and steps. */
    public double rmse() {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int step = 0; step < actual[i].length; step++) {
                double error = predicted[i][step] - actual[i][step];
                sum += error * error;
            }
        }
        return Math.sqrt(sum / ((double) actual.length * actual[0].length));
    }

    /**
     * The share of moves foretold with the right sign. A move leads from one window to the next, step by step: step 3 of
     * window i + 1 less step 3 of window i, among the actual values and among the forecasts. Standing still is a sign of
     * its own, right only if both stand still: so the authors count it.
     */
    public double directionalAccuracy() {
        long right = 0;
        for (int i = 1; i < actual.length; i++) {
            for (int step = 0; step < actual[i].length; step++) {
                double move = actual[i][step] - actual[i - 1][step];
                double foretold = predicted[i][step] - predicted[i - 1][step];
                right += Math.signum(move) == Math.signum(foretold) ? 1 : 0;
            }
        }
        return right / ((actual.length - 1.0) * actual[0].length);
    }

    private static void requireSound(int window, int horizon, double[] actual, double[] predicted) {
        if (horizon == 0 || actual.length != horizon || predicted.length != horizon) {
            throw new IllegalArgumentException("window " + window + " has " + actual.length + " actual and "
                    + predicted.length + " predicted values; each must have as many as window 0, one at least");
        }
        for (int step = 0; step < horizon; step++) {
            if (!Double.isFinite(actual[step]) || !Double.isFinite(predicted[step])) {
                throw new IllegalArgumentException("window " + window + ", step " + step + ": actual "
                        + actual[step] + ", predicted " + predicted[step]
                        + "; both must be finite. A NaN often means that training diverged: lower the learning rate");
            }
        }
    }
}
