package org.reelsense.evaluation;

/**
 * How much more accurate model A is than model B on the same reviews, with a confidence interval.
 *
 * <p>The interval is method 10 of Newcombe (1998), "Improved confidence intervals for the difference between binomial
 * proportions based on paired data", Statistics in Medicine 17:2635-2650: the Wilson intervals of both accuracies are
 * added as squares, less what the correlation of the two models takes away. It lies in [-1, 1] and keeps its coverage
 * where the usual (Wald) interval shrinks to a point, namely when the models hardly differ.
 *
 * @param difference accuracy of A minus accuracy of B, -1 to 1
 * @param interval the confidence interval, which contains {@code difference}
 */
public record PairedDifference(double difference, Interval interval) {

    /** @throws IllegalArgumentException if the interval does not contain the difference */
    public PairedDifference {
        if (!interval.contains(difference)) {
            throw new IllegalArgumentException("difference is " + difference + "; it must lie in its " + interval);
        }
    }

    /**
     * The difference with its 95 % interval.
     *
     * @param correctA whether model A got each review right
     * @param correctB the same of model B, in the same order
     * @throws IllegalArgumentException if the lengths differ or are 0
     */
    public static PairedDifference of(boolean[] correctA, boolean[] correctB) {
        return of(correctA, correctB, Evaluation.CONFIDENCE);
    }

    /**
     * The difference with an interval of another confidence.
     *
     * @throws IllegalArgumentException if the lengths differ or are 0, or {@code confidence} is not between 0 and 1
     */
    public static PairedDifference of(boolean[] correctA, boolean[] correctB, double confidence) {
        return of(PairedOutcomes.of(correctA, correctB), confidence);
    }

    static PairedDifference of(PairedOutcomes outcomes, double confidence) {
        double a = outcomes.accuracyA().value();
        double b = outcomes.accuracyB().value();
        Interval ofA = outcomes.accuracyA().wilson(confidence);
        Interval ofB = outcomes.accuracyB().wilson(confidence);
        double correlation = correlation(outcomes);
        double difference = (double) (outcomes.onlyA() - outcomes.onlyB()) / outcomes.total();
        double below = combine(a - ofA.low(), ofB.high() - b, correlation);
        double above = combine(ofA.high() - a, b - ofB.low(), correlation);
        return new PairedDifference(
                difference, new Interval(Math.max(-1, difference - below), Math.min(1, difference + above)));
    }

    /** The third side of a triangle by the law of cosines; rounding may push its square just below 0. */
    private static double combine(double x, double y, double correlation) {
        return Math.sqrt(Math.max(0, x * x - 2 * correlation * x * y + y * y));
    }

    /**
     * Newcombe's phi: the correlation of the two models' outcomes, pulled towards 0 by n/2 where positive (his
     * continuity correction); 0 if a model is always right or always wrong. In doubles: the product of the four margins
     * is far beyond a long.
     */
    private static double correlation(PairedOutcomes outcomes) {
        double n = outcomes.total();
        double rightA = outcomes.accuracyA().successes();
        double rightB = outcomes.accuracyB().successes();
        double scale = Math.sqrt(rightA * (n - rightA) * rightB * (n - rightB));
        double covariance =
                (double) outcomes.both() * outcomes.neither() - (double) outcomes.onlyA() * outcomes.onlyB();
        double corrected = covariance > 0 ? Math.max(covariance - n / 2, 0) : covariance;
        return scale == 0 ? 0 : corrected / scale;
    }
}
