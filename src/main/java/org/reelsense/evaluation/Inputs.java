package org.reelsense.evaluation;

/** What every score asks of its arrays. */
final class Inputs {

    private Inputs() {}

    static void requireSameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException("got " + firstLength + " " + first + " but " + secondLength + " "
                    + second + "; there must be one of each for every review");
        }
        if (firstLength == 0) {
            throw new IllegalArgumentException("got no " + first + "; at least one review is needed");
        }
    }

    static void requireProbabilities(float[] probabilities) {
        for (int i = 0; i < probabilities.length; i++) {
            // Written so that NaN fails it too.
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("probability " + i + " is " + probabilities[i]
                        + "; it must be 0 to 1. A NaN often means that training diverged: lower the learning rate");
            }
        }
    }

    static void requireNumbers(String name, double[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("got no numbers of " + name + "; at least one is needed");
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(
                        "number " + i + " of " + name + " is " + numbers[i] + "; it must be finite");
            }
        }
    }

    static void requireFinite(float[] logits) {
        for (int i = 0; i < logits.length; i++) {
            if (!Float.isFinite(logits[i])) {
                throw new IllegalArgumentException("logit " + i + " is " + logits[i]
                        + "; it must be finite. A NaN often means that training diverged: lower the learning rate");
            }
        }
    }
}
