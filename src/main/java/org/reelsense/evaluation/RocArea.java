package org.reelsense.evaluation;

import java.util.OptionalDouble;

/**
 * The area under the ROC curve: the chance that a positive review gets a higher probability than a negative one, a tie
 * counted half (the Mann-Whitney form; Hanley and McNeil 1982, Radiology 143:29-36). {@link RocCurve} draws the curve.
 */
final class RocArea {

    private RocArea() {}

    /** Empty if all reviews are of one class: then there is no pair to compare. */
    static OptionalDouble of(float[] probabilities, boolean[] positive) {
        Thresholds thresholds = Thresholds.of(probabilities, positive);
        if (!thresholds.hasBothClasses()) {
            return OptionalDouble.empty();
        }
        long doubledWins = 0;
        for (int i = 1; i < thresholds.size(); i++) {
            long negatives = thresholds.negatives(i) - thresholds.negatives(i - 1);
            doubledWins += negatives * ((long) thresholds.positives(i - 1) + thresholds.positives(i));
        }
        long pairs = (long) thresholds.allPositives() * thresholds.allNegatives();
        return OptionalDouble.of(doubledWins / (2.0 * pairs));
    }
}
