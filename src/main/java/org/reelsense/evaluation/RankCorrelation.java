package org.reelsense.evaluation;

import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** How far two lists of numbers agree in their order. */
public final class RankCorrelation {

    private RankCorrelation() {}

    /**
     * Spearman's rho (1904), equal values sharing their mean rank.
     *
     * @return -1 to 1; NaN if all numbers of one list are equal, for they have no order
     * @throws IllegalArgumentException if the lists are of different length or hold fewer than two numbers
     */
    public static double spearman(double[] first, double[] second) {
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException("rank correlation: " + first.length + " and " + second.length
                    + " numbers; give two lists of one length, two numbers at least");
        }
        return new SpearmansCorrelation().correlation(first, second);
    }
}
