package org.reelsense.evaluation;

import java.util.Optional;

/**
 * The receiver operating characteristic: of the negative reviews the share called positive (x), and of the positive
 * ones the share called so (y), as the threshold falls from above all probabilities to below them; from (0, 0) to
 * (1, 1). Reviews of equal probability are one step, drawn as one line, so the area below is {@link Evaluation#auc}.
 */
public final class RocCurve {

    private RocCurve() {}

    /**
     * The curve, thinned for drawing; O(n log n).
     *
     * <p>No point that is left out is further from the line drawn than 0.0005, half a pixel where an axis is 1,000 pixels
     * long. Only if that takes more than {@code mostPoints} points is the line further away, and then by no more than
     * 4 / ({@code mostPoints} - 1). The two networks of the default preset take 60 points.
     *
     * @param probabilities of "positive", one a review, 0 to 1
     * @param positive what each review is, in the same order
     * @param mostPoints 2 or more
     * @return empty if all reviews are of one class
     * @throws IllegalArgumentException if the lengths differ or are 0, a probability is NaN or out of range, or
     *     {@code mostPoints} is
     */
    public static Optional<Curve> of(float[] probabilities, boolean[] positive, int mostPoints) {
        return whole(probabilities, positive).map(line -> line.thinned(mostPoints));
    }

    /** Every threshold a point. */
    static Optional<Polyline> whole(float[] probabilities, boolean[] positive) {
        Inputs.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        Inputs.requireProbabilities(probabilities);
        Thresholds thresholds = Thresholds.of(probabilities, positive);
        if (!thresholds.hasBothClasses()) {
            return Optional.empty();
        }
        double[] x = new double[thresholds.size()];
        double[] y = new double[thresholds.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (double) thresholds.negatives(i) / thresholds.allNegatives();
            y[i] = (double) thresholds.positives(i) / thresholds.allPositives();
        }
        return Optional.of(new Polyline(x, y));
    }
}
