package org.reelsense.training;

import org.reelsense.network.Regularisation;

/**
 * How to train. Everything that changes the result is here; the number of threads is not.
 *
 * @param epochs passes over the examples, 1 to 1,000
 * @param batchReviews reviews, or what else the examples are, a step
 * @param shards parts a batch is cut into; gradients are added in their order
 * @param adam the optimiser and its rates
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
        AdamSpec adam,
        float clipNorm,
        float averaging,
        Regularisation regularisation,
        int patience,
        long seed) {

    /** @throws IllegalArgumentException if a number is out of range */
    public TrainingSpec {
        check("epochs", epochs, 1, 1_000);
        check("batchReviews", batchReviews, 1, 100_000);
        check("shards", shards, 1, 1_024);
        check("clipNorm", clipNorm, 1e-6, 1e6);
        check("averaging", averaging, 0, 0.999_999);
        check("patience", patience, 1, 1_000);
    }

    /** The same with another seed. */
    public TrainingSpec withSeed(long other) {
        return new TrainingSpec(
                epochs, batchReviews, shards, adam, clipNorm, averaging, regularisation, patience, other);
    }

    /** The same for so many epochs. */
    public TrainingSpec withEpochs(int other) {
        return new TrainingSpec(other, batchReviews, shards, adam, clipNorm, averaging, regularisation, patience, seed);
    }

    private static void check(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + least + ".." + most);
        }
    }

    /** The same by another optimiser. */
    public TrainingSpec withAdam(AdamSpec other) {
        return new TrainingSpec(
                epochs, batchReviews, shards, other, clipNorm, averaging, regularisation, patience, seed);
    }

    static void check(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + least + ".." + most);
        }
    }
}
