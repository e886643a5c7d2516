package org.reelsense;

import java.util.List;

/**
 * Why a text got its probability: one share of the logit for each token. The logit is {@code baseline} + all
 * contributions + {@code rest}, and the probability 1 / (1 + exp(-logit)).
 *
 * <p>Method: integrated gradients (Sundararajan, Taly and Yan 2017) on the rows of the embedding, from a text of as many
 * average words: word vectors are standardised, so the average word is zero. The integral is a sum of a few dozen
 * steps; what it misses is {@code rest}.
 *
 * @param contributions in the order of the text
 * @param baseline the logit of a text of average words
 * @param rest what the steps of the integral leave out
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
