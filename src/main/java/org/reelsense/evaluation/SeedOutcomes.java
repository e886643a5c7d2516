package org.reelsense.evaluation;

import java.util.List;

/**
 * Which reviews several models, each trained with several seeds, got right. A model with one of its seeds is a column;
 * the outcomes of a review are one bit a column, 64 columns a word.
 */
final class SeedOutcomes {

    private final int models;
    private final int seeds;
    private final int reviews;

    /** [columns / 64, rounded up][reviews]; column c is bit c mod 64 of word c / 64. */
    private final long[][] words;

    private SeedOutcomes(int models, int seeds, int reviews) {
        this.models = models;
        this.seeds = seeds;
        this.reviews = reviews;
        this.words = new long[(models * seeds + Long.SIZE - 1) / Long.SIZE][reviews];
    }

    /** @param correct of each model {@code [seeds][reviews]} */
    static SeedOutcomes of(List<boolean[][]> correct) {
        requireSameShape(correct);
        SeedOutcomes outcomes = new SeedOutcomes(correct.size(), correct.get(0).length, correct.get(0)[0].length);
        for (int model = 0; model < outcomes.models; model++) {
            for (int seed = 0; seed < outcomes.seeds; seed++) {
                outcomes.set(outcomes.column(model, seed), correct.get(model)[seed]);
            }
        }
        return outcomes;
    }

    private void set(int column, boolean[] correct) {
        long[] word = words[column / Long.SIZE];
        long bit = 1L << column % Long.SIZE;
        for (int review = 0; review < reviews; review++) {
            word[review] |= correct[review] ? bit : 0;
        }
    }

    int models() {
        return models;
    }

    int seeds() {
        return seeds;
    }

    int reviews() {
        return reviews;
    }

    /**
     * Counts right answers among reviews and seeds, any of which may be given any number of times.
     *
     * @param drawnReviews numbers of reviews
     * @param drawnSeeds places of seeds
     * @return for each model how many it has
     */
    long[] count(int[] drawnReviews, int[] drawnSeeds) {
        int[][] counts = new int[words.length][];
        for (int word = 0; word < words.length; word++) {
            counts[word] = BitCounts.of(words[word], drawnReviews);
        }
        long[] sums = new long[models];
        for (int model = 0; model < models; model++) {
            for (int seed : drawnSeeds) {
                int column = column(model, seed);
                sums[model] += counts[column / Long.SIZE][column % Long.SIZE];
            }
        }
        return sums;
    }

    private int column(int model, int seed) {
        return model * seeds + seed;
    }

    private static void requireSameShape(List<boolean[][]> correct) {
        if (correct.isEmpty()) {
            throw new IllegalArgumentException("no models; give the outcomes of at least one");
        }
        int seeds = correct.get(0).length;
        if (seeds == 0) {
            throw new IllegalArgumentException("model 0 has no seeds; give its outcomes for at least one");
        }
        int reviews = correct.get(0)[0].length;
        if (reviews == 0) {
            throw new IllegalArgumentException("model 0, seed 0 has no outcomes; at least one review is needed");
        }
        for (int model = 0; model < correct.size(); model++) {
            requireShape(model, correct.get(model), seeds, reviews);
        }
    }

    private static void requireShape(int model, boolean[][] correct, int seeds, int reviews) {
        if (correct.length != seeds) {
            throw new IllegalArgumentException("model 0 has " + seeds + " seeds but model " + model + " has "
                    + correct.length + "; take only the seeds that all models have");
        }
        for (int seed = 0; seed < seeds; seed++) {
            if (correct[seed].length != reviews) {
                throw new IllegalArgumentException("model 0, seed 0 has " + reviews + " outcomes but model " + model
                        + ", seed " + seed + " has " + correct[seed].length
                        + "; there must be one of each for every review");
            }
        }
    }
}
