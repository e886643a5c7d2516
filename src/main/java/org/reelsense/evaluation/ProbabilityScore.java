package org.reelsense.evaluation;

/** Scores of the probabilities themselves, whatever the decision threshold; lower is better. */
final class ProbabilityScore {

    /**
     * How near 0 or 1 a probability may count for the log-loss: the spacing of floats at 1 (2^-23, about 1.2e-7). A
     * float cannot come much nearer to 1 without being 1, and one certain but wrong answer must not make the mean
     * infinite; it costs 15.9 at most.
     */
    static final double CLIP = Math.ulp(1f);

    private ProbabilityScore() {}

    /** Mean of -ln(probability given to the true class), probabilities clipped to [CLIP, 1 - CLIP]; in nats. */
    static double logLoss(float[] probabilities, boolean[] positive) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double clipped = Math.min(Math.max(probabilities[i], CLIP), 1 - CLIP);
            sum -= positive[i] ? Math.log(clipped) : Math.log1p(-clipped);
        }
        return sum / probabilities.length;
    }

    /** Mean of (probability - label)^2 (Brier 1950, Monthly Weather Review 78:1-3), 0 to 1. */
    static double brier(float[] probabilities, boolean[] positive) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double error = probabilities[i] - (positive[i] ? 1.0 : 0.0);
            sum += error * error;
        }
        return sum / probabilities.length;
    }
}
