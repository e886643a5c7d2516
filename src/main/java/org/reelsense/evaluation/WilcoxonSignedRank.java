package org.reelsense.evaluation;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * The Wilcoxon signed-rank test of paired numbers (Wilcoxon 1945, Biometrics Bulletin 1:80-83): do the differences lie to one
 * side of zero? Differences of zero say nothing and are dropped, as Wilcoxon did; {@link #zeros} says how many.
 *
 * <p>Exact for up to {@value #MOST_EXACT} pairs if no difference is zero and no two are equally large; else the normal
 * approximation with correction for ties, without one for continuity, as {@code scipy.stats.wilcoxon} has it (the
 * approximation is rough below ten pairs). Ours because Hipparchus' approximation knows neither ties nor dropped zeros,
 * and its exact form walks all 2^n signs where counting needs n^3 additions.
 *
 * @param pairs those that differ
 * @param zeros those that do not, dropped
 * @param positive sum of the ranks of pairs in which A's number is the larger
 * @param negative the same of B
 * @param p two-sided p-value, 0 to 1; 1 if no pair differs
 */
public record WilcoxonSignedRank(int pairs, int zeros, double positive, double negative, double p) {

    private static final int MOST_EXACT = 50;

    /** @throws IllegalArgumentException if a count or sum is negative, or p is out of range */
    public WilcoxonSignedRank {
        if (pairs < 0 || zeros < 0 || !(positive >= 0) || !(negative >= 0)) {
            throw new IllegalArgumentException("pairs is " + pairs + ", zeros " + zeros + ", positive " + positive
                    + ", negative " + negative + "; all must be 0 or more");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + "; it must be 0 to 1");
        }
    }

    /**
     * Tests paired numbers.
     *
     * @param b in the order of {@code a}
     * @throws IllegalArgumentException if the lengths differ or are 0, or a number is not finite
     */
    public static WilcoxonSignedRank test(double[] a, double[] b) {
        Inputs.requireNumbers("a", a);
        Inputs.requireNumbers("b", b);
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "got " + a.length + " numbers of a but " + b.length + " of b; there must be one of each in a pair");
        }
        double[] differences = differences(a, b);
        int n = differences.length;
        double[] ranks = ranksOfSizes(differences);
        double positive = 0;
        for (int i = 0; i < n; i++) {
            positive += differences[i] > 0 ? ranks[i] : 0;
        }
        double negative = n * (n + 1.0) / 2 - positive;
        return new WilcoxonSignedRank(n, a.length - n, positive, negative, p(ranks, a.length - n, positive, negative));
    }

    private static double[] differences(double[] a, double[] b) {
        double[] all = new double[a.length];
        Arrays.setAll(all, i -> a[i] - b[i]);
        return Arrays.stream(all).filter(difference -> difference != 0).toArray();
    }

    private static double[] ranksOfSizes(double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
        return sizes.length == 0 ? sizes : new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(sizes);
    }

    private static double p(double[] ranks, int zeros, double positive, double negative) {
        double smaller = Math.min(positive, negative);
        double ties = tieTerm(ranks);
        if (ranks.length == 0) {
            return 1;
        }
        boolean exact = ranks.length <= MOST_EXACT && zeros == 0 && ties == 0;
        return exact ? exactP(ranks.length, (int) smaller) : approximateP(ranks.length, ties, smaller);
    }

    /** Sum of t^3 - t over groups of t equal ranks. */
    private static double tieTerm(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0, end; i < sorted.length; i = end) {
            for (end = i + 1; end < sorted.length && sorted[end] == sorted[i]; ) {
                end++;
            }
            double t = end - i;
            sum += t * t * t - t;
        }
        return sum;
    }

    /** Of all 2^n ways to give the ranks 1 to n a sign, the share whose sum of positive ranks is at most this; twice. */
    private static double exactP(int n, int smaller) {
        double[] ways = new double[n * (n + 1) / 2 + 1]; // ways to have that sum, exact below 2^53
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = ways.length - 1; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        double atMost = 0;
        for (int sum = 0; sum <= smaller; sum++) {
            atMost += ways[sum];
        }
        return Math.min(1, 2 * atMost / Math.pow(2, n));
    }

    private static double approximateP(int n, double ties, double smaller) {
        double mean = n * (n + 1.0) / 4;
        double variance = (n * (n + 1.0) * (2.0 * n + 1) - ties / 2) / 24;
        double tail = new NormalDistribution(0, 1).cumulativeProbability((smaller - mean) / Math.sqrt(variance));
        return Math.min(1, 2 * tail);
    }
}
