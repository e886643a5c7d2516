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
 * @param warmUp the share of all steps in which the rate climbs from 0; then it falls to 0 along a line (slanted
 *     triangle, Howard and Ruder 2018)
 * @param clipNorm the largest L2 norm of a step's gradient
 * @param averaging decay a step of the running average of the weights, which is what is tested (Polyak and Juditsky
 *     1992); 0 for none
 * @param regularisation dropout and adversarial perturbation
 * @param patience epochs without a better dev accuracy after which training stops
 * @param seed of initial weights, order of batches and dropout
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
        long seed) {

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
                other);
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
