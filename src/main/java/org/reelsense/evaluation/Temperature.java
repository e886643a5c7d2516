package org.reelsense.evaluation;

/**
 * The one number T that makes a model's probabilities honest: every logit is divided by it (Guo, Pleiss, Sun and Weinberger
 * 2017, "On Calibration of Modern Neural Networks", ICML). Above 1 the model was too sure of itself, below 1 not sure
 * enough. No logit changes its sign, so no verdict changes.
 *
 * @param value T, {@link #LEAST} to {@link #MOST}
 */
public record Temperature(double value) {

    /**
     * What is fitted stays within a factor of four. Reviews that are all right, or all wrong, have no best T, and a few
     * that are must not make a model certain of everything; trained networks lie between 1 and 3.
     */
    public static final double LEAST = 0.25;

    public static final double MOST = 4;

    /** Halvings until two neighbouring doubles of [1 / MOST, 1 / LEAST] are left. */
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException if the value is out of its range */
    public Temperature {
        if (!(value >= LEAST && value <= MOST)) {
            throw new IllegalArgumentException(
                    "temperature is " + value + "; it must be " + LEAST + " to " + MOST + ", and is 1 for none");
        }
    }

    /**
     * The T of the least log loss on these reviews, which the model must not have been trained on. The loss is convex in
     * 1/T, so halving the interval by the sign of its slope finds the minimum; O(n) each time.
     *
     * @param logits of "positive", one a review
     * @param positive what each review is, in the same order
     * @throws IllegalArgumentException if the lengths differ or are 0, or a logit is not finite
     */
    public static Temperature fit(float[] logits, boolean[] positive) {
        Inputs.requireSameLength("logits", logits.length, "labels", positive.length);
        Inputs.requireFinite(logits);
        double low = 1 / MOST;
        double high = 1 / LEAST;
        if (slope(logits, positive, low) >= 0) {
            return new Temperature(MOST);
        }
        if (slope(logits, positive, high) <= 0) {
            return new Temperature(LEAST);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(logits, positive, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Temperature(2 / (low + high));
    }

    /** Whether the best T lies further out than is allowed. */
    public boolean isAtLimit() {
        return value == LEAST || value == MOST;
    }

    /** The logits, each divided by T. */
    public float[] divide(float[] logits) {
        float[] divided = new float[logits.length];
        for (int i = 0; i < divided.length; i++) {
            divided[i] = (float) (logits[i] / value);
        }
        return divided;
    }

    /** What {@link #divide} was given: the logits, each times T. */
    public float[] multiply(float[] divided) {
        float[] logits = new float[divided.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (divided[i] * value);
        }
        return logits;
    }

    /** Derivative of the summed log loss by {@code inverse} = 1/T: each ln(1 + e^(-x/T)), x the logit of the true class. */
    private static double slope(float[] logits, boolean[] positive, double inverse) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double ofTrueClass = positive[i] ? logits[i] : -logits[i];
            sum -= ofTrueClass / (1 + Math.exp(ofTrueClass * inverse));
        }
        return sum;
    }
}
