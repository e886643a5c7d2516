package org.reelsense.training;

import java.util.List;
import org.reelsense.network.Weights;

/**
 * What training gives.
 *
 * @param weights the averaged weights of the epoch with the best dev accuracy
 * @param best that epoch
 * @param history every epoch made
 * @param seconds of training in all, without scoring dev
 * @param reviews trained on, in each epoch
 */
public record TrainedModel(Weights weights, EpochRecord best, List<EpochRecord> history, double seconds, int reviews) {

    public TrainedModel {
        history = List.copyOf(history);
    }

    /** Reviews a second, over all epochs. */
    public double reviewsPerSecond() {
        return history.size() * reviews / seconds;
    }
}
