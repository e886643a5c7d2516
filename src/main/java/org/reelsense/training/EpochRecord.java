package org.reelsense.training;

import java.util.Optional;

/**
 * What an epoch came to.
 *
 * @param epoch counted from 1
 * @param seconds of training, without scoring dev
 * @param trainLoss mean over the examples: binary cross entropy of the clean pass, dropout on, natural logarithm; of a
 *     forecaster the squared error
 * @param dev of the averaged weights; empty if nothing is chosen on dev
 */
public record EpochRecord(int epoch, double seconds, double trainLoss, Optional<DevScores> dev) {

    /**
     * Of the averaged weights, 0 to 1.
     *
     * @throws java.util.NoSuchElementException if there is no dev set
     */
    public double devAccuracy() {
        return dev.orElseThrow().accuracy();
    }

    /**
     * Mean binary cross entropy of the averaged weights.
     *
     * @throws java.util.NoSuchElementException if there is no dev set
     */
    public double devLoss() {
        return dev.orElseThrow().loss();
    }

    /** Whether its weights are to be kept instead of those of an epoch before. */
    boolean isBetterThan(EpochRecord before) {
        return dev.isEmpty() || devAccuracy() > before.devAccuracy();
    }
}
