package org.reelsense.training;

import java.util.List;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;

/**
 * A classifier as training gives it.
 *
 * @param weights the averaged weights of the epoch with the best dev accuracy
 * @param best that epoch
 * @param history every epoch made
 * @param seconds of training in all, without scoring dev
 * @param reviewsPerSecond over all epochs
 */
public record TrainedModel(
        Weights weights, EpochRecord best, List<EpochRecord> history, double seconds, double reviewsPerSecond) {

    public TrainedModel {
        history = List.copyOf(history);
    }

    /** What was learned, as the classifier it is. */
    public static TrainedModel of(NetworkSpec spec, Learned learned) {
        return new TrainedModel(
                new Weights(spec, learned.weights()),
                learned.best(),
                learned.history(),
                learned.seconds(),
                learned.examplesPerSecond());
    }
}
