package org.reelsense.training;

import org.reelsense.network.Regularisation;

/**
 * How to train. Everything that changes the result is here; the number of threads is not.
 *
 * @param epochs passes over the training reviews, 1 to 1,000
 * @param batchReviews reviews a step
 * @param shards parts a batch is cut into; gradients are added in their order
 * @param learningRate the highest, of all weights but the embedding
 * @param embeddingRate the highest, of the embedding; 0 keeps the word vectors as they came
 * @param warmUp the share of all steps in which the rate climbs from 0 in a slanted triangle
 * @param clipNorm the largest L2 norm of a step's gradient
 * @param averaging decay a step of the running average of the weights, which is what is tested (Polyak and Juditsky
 *     1992); 0 for none
 * @param regularisation dropout and adversarial perturbation
 * @param patience epochs without a better dev accuracy after which training stops
 * @param seed of initial weights, order of batches and dropout
 * @param schedule of the learning rates; a constant one has no warm-up
 */
public record TrainingSpec(
        int epochs,
        int batchReviews,
        int shards,
        float learningRate,
        float embeddingRate,
        float warmUp,
        float clipNorm,
        float averaging,
        Regularisation regularisation,
        int patience,
        long seed,
        RateSchedule schedule) {

    public TrainingSpec {
        check("epochs", epochs, 1, 1_000);
        check("batchReviews", batchReviews, 1, 100_000);
        check("shards", shards, 1, 1_024);
        check("learningRate", learningRate, 0, 10);
        check("embeddingRate", embeddingRate, 0, 10);
        check("warmUp", warmUp, 0, 1);
        check("clipNorm", clipNorm, 1e-6, 1e6);
        check("averaging", averaging, 0, 0.999_999);
        check("patience", patience, 1, 1_000);
        if (schedule == RateSchedule.CONSTANT && warmUp > 0) {
            throw new IllegalArgumentException("warmUp: " + warmUp + " is above 0, and a constant rate has none");
        }
    }

    /** With the slanted triangle. */
    public TrainingSpec(
            int epochs,
            int batchReviews,
            int shards,
            float learningRate,
            float embeddingRate,
            float warmUp,
            float clipNorm,
            float averaging,
            Regularisation regularisation,
            int patience,
            long seed) {
        this(
                epochs,
                batchReviews,
                shards,
                learningRate,
                embeddingRate,
                warmUp,
                clipNorm,
                averaging,
                regularisation,
                patience,
                seed,
                RateSchedule.SLANTED_TRIANGLE);
    }

    /** The same with another seed. */
    public TrainingSpec withSeed(long other) {
        return new TrainingSpec(
                epochs,
                batchReviews,
                shards,
                learningRate,
                embeddingRate,
                warmUp,
                clipNorm,
                averaging,
                regularisation,
                patience,
                other,
                schedule);
    }

    private static void check(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + least + ".." + most);
        }
    }

    private static void check(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + least + ".." + most);
        }
    }
}
