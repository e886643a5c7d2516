package org.reelsense.experiment;

import org.reelsense.evaluation.Evaluation;

/**
 * A finished trial: what the record says of it, and its probabilities of "positive", from which everything that compares
 * models is made.
 *
 * @param dev [dev reviews]
 * @param test [test reviews]
 */
record ScoredTrial(RunRecord.Model model, float[] dev, float[] test) {

    /** Names its files, as {@link Trial#name} does for a whole trial. */
    String name() {
        return model.name() + "-" + model.seed();
    }

    /** Which test reviews it got right. */
    boolean[] correct(boolean[] positive) {
        return Evaluation.correct(test, positive);
    }

    boolean isAverage() {
        return RunRecord.Model.AVERAGE.equals(model.kind());
    }

    /** Records of the first release have no kind, and networks only. */
    boolean isNetwork() {
        return model.kind() == null || RunRecord.Model.NETWORK.equals(model.kind());
    }
}
