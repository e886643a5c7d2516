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
 */
public record TrainedModel(Weights weights, EpochRecord best, List<EpochRecord> history, double seconds) {

    public TrainedModel {
        history = List.copyOf(history);
    }
}
