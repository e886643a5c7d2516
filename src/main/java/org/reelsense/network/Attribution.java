package org.reelsense.network;

/**
 * A review's logit in parts: {@code logit} is about {@code baseline} + the sum of the shares.
 *
 * @param logit of the review
 * @param baseline logit of a review of as many zero embeddings
 * @param shares [N], one a token
 */
public record Attribution(double logit, double baseline, double[] shares) {

    /** What the shares miss of the way from the baseline to the logit. */
    public double rest() {
        double rest = logit - baseline;
        for (double share : shares) {
            rest -= share;
        }
        return rest;
    }
}
