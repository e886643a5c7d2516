package org.reelsense.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Models compared over test reviews <em>and</em> random seeds: a paired bootstrap (Efron 1979) that draws both with
 * replacement, crossed, as Owen (2007, "The pigeonhole bootstrap", Annals of Applied Statistics 1:386-411).
 *
 * <p>A replicate draws as many reviews as there are and as many seeds as there are; each model's mean accuracy is taken
 * over the drawn reviews for each drawn seed. All models get the same draws: review by review, and seed 1 of one model
 * with seed 1 of the others, so pass the seeds in the same order. Differences are thus paired.
 *
 * <p>Of {@code R} sorted replicates the 95 % interval runs from number {@code floor((R + 1) / 40)} to its mirror image
 * (the percentile interval; of 10,000 the 250th and the 9,751st). The p-value of a difference d is
 * {@code min(1, 2 (1 + min(#(d <= 0), #(d >= 0))) / (R + 1))}, that is one minus the confidence of the widest such
 * interval without 0 (Davison and Hinkley 1997, chapters 4 and 5). So p is at most 0.05 exactly if the 95 % interval does
 * not hold 0, and never below 2 / (R + 1).
 *
 * <p>What it covers, and what not:
 *
 * <ul>
 *   <li>With one seed it speaks of other reviews for these very models, as {@link PairedDifference} does.
 *   <li>With k seeds it takes the variance between seeds for (k - 1) / k of what it is: half with 2 seeds, two thirds with
 *       3. And 2 or 3 seeds say little of the spread of all seeds in any case. Where seeds differ by more than reviews
 *       explain, its intervals are too narrow.
 *   <li>What review and seed do together (this seed fails on that review) it counts up to 3 - 2/k times, so where that
 *       is most of the variance, as it is between two good networks, its intervals are too wide instead.
 *   <li>Word vectors, the split into train and dev and all else that the seeds had in common is taken as given.
 *   <li>A model that is always right, or always wrong, has an interval of no width; {@link Proportion#wilson} has not.
 * </ul>
 *
 * <p>The same input gives the same numbers on any machine. A model's numbers do not depend on which other models there
 * are or in which order; swapping A and B mirrors difference and interval and keeps p. Another order of reviews or
 * seeds is another draw, which moves its ends by about 1 % of the interval's width.
 *
 * <p>Cost: {@code R} times the reviews draws, and as many additions for every 64 pairs of model and seed: 0.7 s for 9
 * models, 3 seeds and 25,000 reviews.
 */
public final class SeedBootstrap {

    public static final int REPLICATES = 10_000;

    private final long[] observed;
    private final long[][] replicates;
    private final double outcomes;

    private SeedBootstrap(long[] observed, long[][] replicates, double outcomes) {
        this.observed = observed;
        this.replicates = replicates;
        this.outcomes = outcomes;
    }

    /**
     * Draws {@link #REPLICATES} replicates.
     *
     * @param correct for each model {@code [seeds][reviews]} whether it got the review right; the same seeds and the same
     *     reviews, in the same order, for all
     * @param seed of the draws, which has nothing to do with the seeds of the models
     * @throws IllegalArgumentException if there are no models, seeds or reviews, or not as many for each model
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static SeedBootstrap of(List<boolean[][]> correct, long seed) throws InterruptedException {
        return of(correct, seed, REPLICATES);
    }

    static SeedBootstrap of(List<boolean[][]> correct, long seed, int replicates) throws InterruptedException {
        SeedOutcomes outcomes = SeedOutcomes.of(correct);
        int[] reviews = inOrder(outcomes.reviews());
        int[] seeds = inOrder(outcomes.seeds());
        long[] observed = outcomes.count(reviews, seeds);
        long[][] drawn = new long[outcomes.models()][replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Draws draws = new Draws(seed, replicate);
            draws.fill(reviews);
            draws.fill(seeds);
            long[] counts = outcomes.count(reviews, seeds);
            for (int model = 0; model < counts.length; model++) {
                drawn[model][replicate] = counts[model];
            }
        }
        return new SeedBootstrap(observed, drawn, (double) reviews.length * seeds.length);
    }

    /**
     * The mean accuracy of a model with its 95 % interval.
     *
     * @param model its place in the list, from 0
     * @throws IndexOutOfBoundsException if there is no such model
     */
    public MeanAccuracy accuracy(int model) {
        return new MeanAccuracy(observed[model] / outcomes, interval(replicates[model].clone()));
    }

    /**
     * How much more accurate model {@code a} is than model {@code b}.
     *
     * @param a its place in the list, from 0
     * @throws IndexOutOfBoundsException if there is no such model
     */
    public MeanDifference difference(int a, int b) {
        long[] differences = new long[replicates[a].length];
        int notAbove = 0;
        int notBelow = 0;
        for (int i = 0; i < differences.length; i++) {
            differences[i] = replicates[a][i] - replicates[b][i];
            notAbove += differences[i] <= 0 ? 1 : 0;
            notBelow += differences[i] >= 0 ? 1 : 0;
        }
        double p = Math.min(1, 2.0 * (1 + Math.min(notAbove, notBelow)) / (differences.length + 1));
        return new MeanDifference((observed[a] - observed[b]) / outcomes, interval(differences), p);
    }

    /** In whole right answers until the last step, so that equal differences are equal. */
    private Interval interval(long[] counts) {
        Arrays.sort(counts);
        int below = (int) ((counts.length + 1) * (1 - Evaluation.CONFIDENCE) / 2) - 1;
        return new Interval(counts[below] / outcomes, counts[counts.length - 1 - below] / outcomes);
    }

    private static int[] inOrder(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
