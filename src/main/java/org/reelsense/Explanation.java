package org.reelsense;

import java.util.List;

/**
 * Why a text got its probability: one share of the logit for each token. The logit is {@code baseline} + all
 * contributions + {@code rest}, and the probability 1 / (1 + exp(-logit)).
 *
 * <p>Method: integrated gradients (Sundararajan, Taly and Yan 2017) on the rows of the embedding, from a text of as many
 * zero vectors. Training starts from word vectors whose mean over running text is zero, so that is a text of about
 * average words. The integral is a sum of a few dozen steps; what it misses is {@code rest}.
 *
 * @param contributions in the order of the text
 * @param baseline the logit of the text of zero vectors
 * @param rest what the steps of the integral leave out: of the way from the baseline to the logit, a percent or less for
 *     most reviews, and several for one in ten with an LSTM
 */
public record Explanation(List<Contribution> contributions, double baseline, double rest) {

    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /** The log-odds of positive. */
    public double logit() {
        double sum = baseline + rest;
        for (Contribution contribution : contributions) {
            sum += contribution.value();
        }
        return sum;
    }
}
