package org.reelsense.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The area under the ROC curve: the chance that a positive review gets a higher probability than a negative one, a tie
 * counted half (the Mann-Whitney form; Hanley and McNeil 1982, Radiology 143:29-36).
 *
 * <p>O(n log n): one sort, then one walk over groups of equal probability. The counts are exact integers, so the order
 * of the reviews does not matter to the last bit.
 */
final class RocArea {

    private RocArea() {}

    /** Empty if all reviews are of one class: then there is no pair to compare. */
    static OptionalDouble of(float[] probabilities, boolean[] positive) {
        long[] keys = sortedKeys(probabilities, positive);
        long positives = 0;
        long negatives = 0;
        long doubledWins = 0;
        for (int start = 0, end; start < keys.length; start = end) {
            long groupPositives = 0;
            for (end = start; end < keys.length && keys[end] >> 1 == keys[start] >> 1; end++) {
                groupPositives += keys[end] & 1;
            }
            long groupNegatives = end - start - groupPositives;
            doubledWins += groupPositives * (2 * negatives + groupNegatives);
            positives += groupPositives;
            negatives += groupNegatives;
        }
        long pairs = positives * negatives;
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(doubledWins / (2.0 * pairs));
    }

    /**
     * Probability bits above the label bit, ascending: the bits of floats that are not negative sort as the floats do,
     * and primitive longs sort without boxing. Adding zero turns -0 into 0, whose bits would else sort apart.
     */
    private static long[] sortedKeys(float[] probabilities, boolean[] positive) {
        long[] keys = new long[probabilities.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) Float.floatToIntBits(probabilities[i] + 0f) << 1 | (positive[i] ? 1 : 0);
        }
        Arrays.sort(keys);
        return keys;
    }
}
