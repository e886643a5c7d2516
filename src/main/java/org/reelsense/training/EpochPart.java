package org.reelsense.training;

/**
 * How far the epoch at hand is.
 *
 * @param batches of it that are done, in their order
 * @param loss summed over their reviews
 * @param seconds of training that they took
 */
record EpochPart(int batches, double loss, double seconds) {

    /** Of an epoch that has not begun. */
    static final EpochPart NONE = new EpochPart(0, 0, 0);

    EpochPart {
        if (batches < 0) {
            throw new IllegalArgumentException("batches: " + batches + " is below 0");
        }
    }

    /** One more batch done. */
    EpochPart plus(double batchLoss, double batchSeconds) {
        return new EpochPart(batches + 1, loss + batchLoss, seconds + batchSeconds);
    }
}
