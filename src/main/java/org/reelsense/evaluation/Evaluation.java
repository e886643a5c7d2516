package org.reelsense.evaluation;

import java.util.OptionalDouble;

/**
 * The scores of one model on labelled reviews.
 *
 * @param confusion the counts at the threshold 0.5; a probability of exactly 0.5 is called positive
 * @param logLoss mean negative natural logarithm of the probability given to the true class, in nats; probabilities are
 *     clipped to [2^-23, 1 - 2^-23] first, so it is finite and at most 15.95
 * @param brier mean squared distance of probability and label, 0 to 1 (Brier 1950)
 * @param auc area under the ROC curve, 0 to 1, ties counted half; empty if all reviews are of one class, because then
 *     it is not defined
 * @param calibrationError expected calibration error over 15 bins of equal width, 0 to 1: how far, on average, a
 *     probability of "positive" is from the share of positive reviews among those with a like one
 */
public record Evaluation(
        ConfusionMatrix confusion, double logLoss, double brier, OptionalDouble auc, double calibrationError) {

    /** The smallest probability that is called positive. */
    public static final float THRESHOLD = 0.5f;

    /** The confidence of every interval that is reported without naming one. */
    public static final double CONFIDENCE = 0.95;

    /** A difference is called significant if its p-value is below this. */
    public static final double SIGNIFICANCE = 0.05;

    /** @throws IllegalArgumentException if a score is out of its range */
    public Evaluation {
        requireScore("logLoss", logLoss, Double.MAX_VALUE);
        requireScore("brier", brier, 1);
        requireScore("auc", auc.orElse(0), 1);
        requireScore("calibrationError", calibrationError, 1);
    }

    /**
     * Scores probabilities against labels; O(n log n).
     *
     * @param probabilities of "positive", one a review, 0 to 1
     * @param positive what each review is, in the same order
     * @throws IllegalArgumentException if the lengths differ or are 0, or a probability is NaN or out of range
     */
    public static Evaluation of(float[] probabilities, boolean[] positive) {
        Inputs.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        Inputs.requireProbabilities(probabilities);
        return new Evaluation(
                ConfusionMatrix.of(decide(probabilities), positive),
                ProbabilityScore.logLoss(probabilities, positive),
                ProbabilityScore.brier(probabilities, positive),
                RocArea.of(probabilities, positive),
                CalibrationError.of(probabilities, positive));
    }

    /**
     * Which reviews a model got right, as {@link McNemar} and {@link PairedDifference} want it.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static boolean[] correct(float[] probabilities, boolean[] positive) {
        Inputs.requireSameLength("probabilities", probabilities.length, "labels", positive.length);
        Inputs.requireProbabilities(probabilities);
        boolean[] correct = decide(probabilities);
        for (int i = 0; i < correct.length; i++) {
            correct[i] = correct[i] == positive[i];
        }
        return correct;
    }

    /** How many reviews were scored. */
    public long n() {
        return confusion.total();
    }

    /** The share of reviews called what they are. */
    public double accuracy() {
        return confusion.accuracy();
    }

    /** The 95 % Wilson score interval of the accuracy. */
    public Interval accuracyInterval() {
        return new Proportion(confusion.correct(), confusion.total()).wilson(CONFIDENCE);
    }

    /** Of the reviews called positive, the share that is; 0 if none was called positive. */
    public double precision() {
        return confusion.precision();
    }

    /** Of the positive reviews, the share called positive; 0 if none is positive. */
    public double recall() {
        return confusion.recall();
    }

    /** The harmonic mean of precision and recall; 0 if there is no true positive. */
    public double f1() {
        return confusion.f1();
    }

    private static boolean[] decide(float[] probabilities) {
        boolean[] decided = new boolean[probabilities.length];
        for (int i = 0; i < decided.length; i++) {
            decided[i] = probabilities[i] >= THRESHOLD;
        }
        return decided;
    }

    private static void requireScore(String name, double score, double highest) {
        if (!(score >= 0 && score <= highest)) {
            throw new IllegalArgumentException(name + " is " + score + "; it must be 0 to " + highest);
        }
    }
}
