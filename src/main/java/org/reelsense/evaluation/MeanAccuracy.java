package org.reelsense.evaluation;

/**
 * How accurate a model is on average over its seeds; see {@link SeedBootstrap}.
 *
 * @param accuracy mean over the seeds, 0 to 1
 * @param interval 95 %, of the mean
 */
public record MeanAccuracy(double accuracy, Interval interval) {

    /** @throws IllegalArgumentException if the accuracy is out of range */
    public MeanAccuracy {
        if (!(accuracy >= 0 && accuracy <= 1)) {
            throw new IllegalArgumentException("accuracy is " + accuracy + "; it must be 0 to 1");
        }
    }
}
