package org.reelsense.training;

import java.util.List;
import org.reelsense.network.Parameters;

/**
 * What training gives.
 *
 * @param weights the averaged weights of the epoch with the best dev accuracy; without a dev set, of the last
 * @param best that epoch
 * @param history every epoch made
 * @param seconds of training in all, without scoring dev
 * @param examples trained on, in each epoch
 */
public record Learned(Parameters weights, EpochRecord best, List<EpochRecord> history, double seconds, int examples) {

    public Learned {
        history = List.copyOf(history);
    }

    /** Examples a second, over all epochs. */
    public double examplesPerSecond() {
        return (double) history.size() * examples / seconds;
    }
}
