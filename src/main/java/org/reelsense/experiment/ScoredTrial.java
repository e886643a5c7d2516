package org.reelsense.experiment;

import java.util.List;
import org.reelsense.evaluation.Evaluation;

/**
 * A finished trial: what the record says of it, and its probabilities of "positive", from which everything that compares
 * models is made.
 *
 * @param dev [dev reviews]
 * @param test [test reviews]
 * @param parts names of the models that an average is of; empty if it is none
 */
record ScoredTrial(RunRecord.Model model, float[] dev, float[] test, List<String> parts) {

    ScoredTrial {
        parts = List.copyOf(parts);
    }

    /** Of what is no average. */
    ScoredTrial(RunRecord.Model model, float[] dev, float[] test) {
        this(model, dev, test, List.of());
    }

    /** Names its files, as {@link Trial#name} does for a whole trial. */
    String name() {
        return model.name() + "-" + model.seed();
    }

    /** Which test reviews it got right. */
    boolean[] correct(boolean[] positive) {
        return Evaluation.correct(test, positive);
    }

    boolean isAverage() {
        return !parts.isEmpty();
    }

    /** Records of the first release have no kind, and networks only. */
    boolean isNetwork() {
        return model.kind() == null || RunRecord.Model.NETWORK.equals(model.kind());
    }
}
