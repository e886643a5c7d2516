package org.reelsense.evaluation;

import java.util.Arrays;

/**
 * What a model finds at each threshold worth trying: above all probabilities first, then at every probability that
 * occurs, from the highest down. Reviews of equal probability pass together, in one step.
 *
 * <p>O(n log n): one sort, then one walk. The counts are exact integers, so the order of the reviews does not matter to
 * the last bit.
 */
final class Thresholds {

    private final int[] positives;
    private final int[] negatives;

    private Thresholds(int[] positives, int[] negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    static Thresholds of(float[] probabilities, boolean[] positive) {
        long[] keys = sortedKeys(probabilities, positive);
        int[] positives = new int[keys.length + 1];
        int[] negatives = new int[keys.length + 1];
        int size = 1;
        for (int i = keys.length - 1; i >= 0; i--) {
            boolean tied = i < keys.length - 1 && keys[i] >> 1 == keys[i + 1] >> 1;
            if (!tied) {
                positives[size] = positives[size - 1];
                negatives[size] = negatives[size - 1];
                size++;
            }
            int label = (int) (keys[i] & 1);
            positives[size - 1] += label;
            negatives[size - 1] += 1 - label;
        }
        return new Thresholds(Arrays.copyOf(positives, size), Arrays.copyOf(negatives, size));
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

    /** One more than there are different probabilities. */
    int size() {
        return positives.length;
    }

    /** How many positive reviews pass threshold {@code i}; 0 for the first, all for the last. */
    int positives(int i) {
        return positives[i];
    }

    /** How many negative reviews pass threshold {@code i}. */
    int negatives(int i) {
        return negatives[i];
    }

    int allPositives() {
        return positives[size() - 1];
    }

    int allNegatives() {
        return negatives[size() - 1];
    }

    /** With one class only there is no pair to compare, and no curve. */
    boolean hasBothClasses() {
        return allPositives() > 0 && allNegatives() > 0;
    }
}
