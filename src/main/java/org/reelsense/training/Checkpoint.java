package org.reelsense.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelsense.network.Parameters;

/**
 * Everything a training needs to go on after any step as if it had never stopped.
 *
 * @param identity of the training; another cannot go on from here
 * @param best the averaged weights of the best epoch; null before the end of the first
 * @param history the finished epochs
 * @param part how far the epoch after them is
 */
record Checkpoint(
        TrainingIdentity identity,
        TrainingState.Snapshot state,
        @Nullable Parameters best,
        List<EpochRecord> history,
        EpochPart part) {

    Checkpoint {
        history = List.copyOf(history);
        if ((best == null) != history.isEmpty()) {
            throw new IllegalArgumentException(
                    "best: there is one exactly when an epoch is finished, and " + history.size() + " are");
        }
    }

    /** Of training, up to here. */
    double seconds() {
        return history.stream().mapToDouble(EpochRecord::seconds).sum() + part.seconds();
    }

    /** Where the training stands, in words. */
    String place() {
        return part.batches() == 0
                ? "after epoch " + history.size()
                : "in epoch " + (history.size() + 1) + " after " + part.batches() + " batches";
    }
}
