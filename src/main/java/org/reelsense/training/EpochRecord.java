package org.reelsense.training;

/**
 * What an epoch came to.
 *
 * @param epoch counted from 1
 * @param seconds of training, without scoring dev
 * @param trainLoss mean binary cross entropy of the clean pass, dropout on, natural logarithm
 * @param devAccuracy of the averaged weights, 0 to 1
 * @param devLoss mean binary cross entropy of the averaged weights
 */
public record EpochRecord(int epoch, double seconds, double trainLoss, double devAccuracy, double devLoss) {}
