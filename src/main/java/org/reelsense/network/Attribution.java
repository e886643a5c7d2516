package org.reelsense.network;

/**
 * A review's logit in parts: about {@code baseline} + the sum of the shares.
 *
 * @param baseline logit of a review of as many zero embeddings
 * @param shares [N], one a token
 */
public record Attribution(double baseline, double[] shares) {

    /** What the shares miss of the way from the baseline to the review's logit. */
    public double rest(double logit) {
        double rest = logit - baseline;
        for (double share : shares) {
            rest -= share;
        }
        return rest;
    }
}
