package org.reelsense.evaluation;

import java.util.Arrays;
import java.util.Optional;

/**
 * Precision (y) against recall (x) as the threshold falls from the highest probability, and the area below.
 *
 * <p>Between two thresholds the curve is a step and not a slope: a line between them promises a precision that no
 * threshold gives (Davis and Goadrich 2006, ICML). So every step has its two corners, and the line through the points
 * is the curve itself: from recall r to the next one it runs at the precision of the next one, which is what average
 * precision adds up. A threshold that lets no further positive review pass is left out: it has the recall of the one
 * before at less precision. The artificial end (0, 1) of other programs is left out too; the curve begins at recall 0
 * with the precision of its first step.
 *
 * @param curve thinned for drawing
 * @param averagePrecision the exact area, before thinning: the sum over thresholds of the recall gained times the
 *     precision, without interpolation, as scikit-learn's {@code average_precision_score}; more than 0, at most 1
 */
public record PrecisionRecallCurve(Curve curve, double averagePrecision) {

    /** @throws IllegalArgumentException if the average precision is out of its range */
    public PrecisionRecallCurve {
        if (!(averagePrecision > 0 && averagePrecision <= 1)) {
            throw new IllegalArgumentException(
                    "averagePrecision is " + averagePrecision + "; it must be more than 0 and at most 1");
        }
    }

    /**
     * The curve, thinned as {@link RocCurve} thins: no point that is left out is further from the line drawn than 0.0005,
     * if {@code mostPoints} are enough for that; the two networks of the default preset take 105. If not, the points
     * farthest out are the ones kept, without a bound known beforehand: this curve may jump up and down.
     *
     * @param probabilities of "positive", one a review, 0 to 1
     * @param positive what each review is, in the same order
     * @param mostPoints 2 or more
     * @return empty if all reviews are of one class
     * @throws IllegalArgumentException if the lengths differ or are 0, a probability is NaN or out of range, or
     *     {@code mostPoints} is
     */
    public static Optional<PrecisionRecallCurve> of(float[] probabilities, boolean[] positive, int mostPoints) {
        return whole(probabilities, positive)
                .map(line -> new PrecisionRecallCurve(line.thinned(mostPoints), Math.min(1, line.area())));
    }

    /** Every step with its two corners. */
    static Optional<Polyline> whole(float[] probabilities, boolean[] positive) {
        Inputs.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        Inputs.requireProbabilities(probabilities);
        Thresholds thresholds = Thresholds.of(probabilities, positive);
        return thresholds.hasBothClasses() ? Optional.of(steps(thresholds)) : Optional.empty();
    }

    private static Polyline steps(Thresholds thresholds) {
        double[] recall = new double[2 * thresholds.size()];
        double[] precision = new double[recall.length];
        int size = 0;
        for (int i = 1; i < thresholds.size(); i++) {
            int before = thresholds.positives(i - 1);
            int found = thresholds.positives(i);
            if (found > before) {
                recall[size] = (double) before / thresholds.allPositives();
                recall[size + 1] = (double) found / thresholds.allPositives();
                precision[size] = (double) found / ((long) found + thresholds.negatives(i));
                precision[size + 1] = precision[size];
                size += 2;
            }
        }
        return new Polyline(Arrays.copyOf(recall, size), Arrays.copyOf(precision, size));
    }
}
