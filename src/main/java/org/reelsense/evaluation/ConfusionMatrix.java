package org.reelsense.evaluation;

/**
 * The four counts of a two-class classifier on labelled reviews, and the scores that follow from them. At least one
 * review is counted.
 *
 * <p>A score of the form 0/0 is 0, as in scikit-learn's {@code zero_division=0}: a model that never says "positive" has
 * precision 0, recall 0 and F1 0.
 *
 * @param truePositives positive reviews called positive
 * @param falsePositives negative reviews called positive
 * @param trueNegatives negative reviews called negative
 * @param falseNegatives positive reviews called negative
 */
public record ConfusionMatrix(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** @throws IllegalArgumentException if a count is negative, or all are 0 */
    public ConfusionMatrix {
        requireCount("truePositives", truePositives);
        requireCount("falsePositives", falsePositives);
        requireCount("trueNegatives", trueNegatives);
        requireCount("falseNegatives", falseNegatives);
        if (truePositives + falsePositives + trueNegatives + falseNegatives == 0) {
            throw new IllegalArgumentException("all four counts are 0; a confusion matrix needs at least one review");
        }
    }

    /**
     * Counts decisions against labels.
     *
     * @param decided what the model said of each review, true is positive
     * @param positive what each review is
     * @throws IllegalArgumentException if the lengths differ or are 0
     */
    public static ConfusionMatrix of(boolean[] decided, boolean[] positive) {
        Inputs.requireSameLength("decisions", decided.length, "labels", positive.length);
        long[] counts = new long[4];
        for (int i = 0; i < decided.length; i++) {
            counts[(decided[i] ? 2 : 0) + (positive[i] ? 1 : 0)]++;
        }
        return new ConfusionMatrix(counts[3], counts[2], counts[0], counts[1]);
    }

    /** How many reviews were counted. */
    public long total() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    /** How many reviews were called what they are. */
    public long correct() {
        return truePositives + trueNegatives;
    }

    /** The share of reviews called what they are. */
    public double accuracy() {
        return ratio(correct(), total());
    }

    /** Of the reviews called positive, the share that is; 0 if none was called positive. */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** Of the positive reviews, the share called positive; 0 if none is positive. */
    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** The harmonic mean of precision and recall; 0 if there is no true positive. */
    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static void requireCount(String name, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " is " + count + "; a count must be 0 or more");
        }
    }
}
