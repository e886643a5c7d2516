package org.reelsense.evaluation;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * McNemar's test of two models on the same reviews (McNemar 1947, Psychometrika 12:153-157): do they have the same
 * accuracy? Only reviews that one of them got right and the other wrong say anything.
 *
 * <p>Always the exact form: if the models are equally accurate, {@code onlyA} follows a binomial distribution with
 * {@code onlyA + onlyB} trials and chance 1/2. The distribution is symmetric, so the two-sided p is twice the smaller
 * tail, at most 1. The tail is one incomplete beta function, cheap at any size; the chi-square approximation with
 * continuity correction (Edwards 1948) is not needed.
 *
 * @param onlyA reviews that only model A got right (often called b)
 * @param onlyB reviews that only model B got right (often called c)
 * @param p two-sided p-value, 0 to 1; 1 if the models never differ
 */
public record McNemar(long onlyA, long onlyB, double p) {

    /** @throws IllegalArgumentException if a count is negative or p is out of range */
    public McNemar {
        if (onlyA < 0 || onlyB < 0) {
            throw new IllegalArgumentException(
                    "onlyA is " + onlyA + " and onlyB is " + onlyB + "; counts must be 0 or more");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + "; it must be 0 to 1");
        }
    }

    /**
     * Tests two models.
     *
     * @param correctA whether model A got each review right
     * @param correctB the same of model B, in the same order
     * @throws IllegalArgumentException if the lengths differ or are 0
     */
    public static McNemar test(boolean[] correctA, boolean[] correctB) {
        PairedOutcomes outcomes = PairedOutcomes.of(correctA, correctB);
        return test(outcomes.onlyA(), outcomes.onlyB());
    }

    static McNemar test(long onlyA, long onlyB) {
        BinomialDistribution underEquality = new BinomialDistribution(Math.toIntExact(onlyA + onlyB), 0.5);
        double tail = underEquality.cumulativeProbability(Math.toIntExact(Math.min(onlyA, onlyB)));
        // With onlyA = onlyB both tails hold the middle, and twice the tail is more than 1.
        return new McNemar(onlyA, onlyB, Math.min(1, 2 * tail));
    }
}
