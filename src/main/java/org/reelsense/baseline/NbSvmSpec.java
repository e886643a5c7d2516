package org.reelsense.baseline;

/**
 * How an {@link NbSvm} is trained.
 *
 * @param ngrams tokens of the longest n-gram, 1 to 3
 * @param minimumDocuments training texts that must hold an n-gram, 1 or more
 * @param smoothing added to every count, the paper's alpha; above 0 and at most 1,000
 * @param cost of the log loss against the squared length of the weights, the paper's C; above 0 and at most 1,000,000
 * @param interpolation the share of the learned weights, the paper's beta; the rest has their mean size, which is naive
 *     Bayes; 0 to 1
 * @param tolerance the length of the loss's gradient at which the solver stops, as a share of what it was at the start;
 *     above 0 and under 1
 */
public record NbSvmSpec(
        int ngrams, int minimumDocuments, double smoothing, double cost, double interpolation, double tolerance) {

    private static final int LONGEST = 3;

    /** @throws IllegalArgumentException if a value is out of its range */
    public NbSvmSpec {
        require(ngrams >= 1 && ngrams <= LONGEST, "ngrams: " + ngrams + " is outside 1.." + LONGEST);
        require(minimumDocuments >= 1, "minimumDocuments: " + minimumDocuments + " is under 1; 1 keeps every n-gram");
        require(smoothing > 0 && smoothing <= 1e3, "smoothing: " + smoothing + " is not above 0 and at most 1000");
        require(cost > 0 && cost <= 1e6, "cost: " + cost + " is not above 0 and at most 1000000");
        require(interpolation >= 0 && interpolation <= 1, "interpolation: " + interpolation + " is outside 0..1");
        require(tolerance > 0 && tolerance < 1, "tolerance: " + tolerance + " is not above 0 and under 1");
    }

    /** What did best on the dev reviews of IMDB; {@code ngrams} is 3 there, 2 is quicker and a little less accurate. */
    public static NbSvmSpec of(int ngrams) {
        return new NbSvmSpec(ngrams, 3, 1, 100, 0.5, 1e-2);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
