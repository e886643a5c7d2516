package org.reelsense.network;

/**
 * What a training pass does to its input besides computing it.
 *
 * @param embeddingDropout rate on every number of every token's embedding
 * @param pooledDropout rate on the pooled features of a review
 * @param adversarialNorm L2 norm of the adversarial perturbation of a review's embeddings (Miyato et al. 2017), 0 for
 *     none; the loss is then the mean of the clean and the perturbed one
 */
public record Regularisation(float embeddingDropout, float pooledDropout, float adversarialNorm) {

    /** Plain maximum likelihood. */
    public static final Regularisation NONE = new Regularisation(0, 0, 0);

    private static final float MOST_NORM = 1_000;

    public Regularisation {
        checkRate("embeddingDropout", embeddingDropout);
        checkRate("pooledDropout", pooledDropout);
        if (!(adversarialNorm >= 0 && adversarialNorm <= MOST_NORM)) {
            throw new IllegalArgumentException("adversarialNorm: " + adversarialNorm + " is outside 0.." + MOST_NORM);
        }
    }

    private static void checkRate(String field, float value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(field + ": " + value + " is outside [0, 1)");
        }
    }
}
