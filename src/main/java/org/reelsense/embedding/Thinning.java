package org.reelsense.embedding;

/**
 * Which occurrences of frequent words are left out. A word that makes up the share f of the text stays with probability
 * sqrt(t/f) + t/f, as in word2vec's code; the paper (Mikolov et al. 2013, equation 5) has sqrt(t/f) alone.
 */
final class Thinning {

    /** [V], 1 or more where a word always stays. */
    private final float[] keep;

    /**
     * Prepares the probabilities.
     *
     * @param counts [V], how often each id occurs
     * @param threshold t, or 0 to leave nothing out
     */
    Thinning(long[] counts, double threshold) {
        keep = new float[counts.length];
        double words = 0;
        for (long count : counts) {
            words += count;
        }
        for (int id = 0; id < keep.length; id++) {
            keep[id] = threshold == 0 ? 1 : (float) probability(counts[id] / words, threshold);
        }
    }

    static double probability(double share, double threshold) {
        return share == 0 ? 1 : Math.min(1, Math.sqrt(threshold / share) + threshold / share);
    }

    /** Copies what stays of {@code text[from, to)} to the start of {@code kept}; returns how much that is. */
    int apply(int[] text, int from, int to, int[] kept, SplitMix random) {
        int count = 0;
        for (int i = from; i < to; i++) {
            int id = text[i];
            if (keep[id] >= 1 || random.fraction() < keep[id]) {
                kept[count++] = id;
            }
        }
        return count;
    }
}
