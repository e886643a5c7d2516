package org.reelsense.training;

/**
 * How weights do on the dev set.
 *
 * @param accuracy 0 to 1; epochs are chosen by it
 * @param loss mean; if it is not finite, training has diverged
 */
public record DevScores(double accuracy, double loss) {}
