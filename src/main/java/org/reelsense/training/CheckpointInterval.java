package org.reelsense.training;

/**
 * How much work may be lost: a checkpoint is written when either is reached.
 *
 * @param steps at least 1
 * @param seconds of training
 * @param afterEpochs whether there is one after each epoch besides
 */
public record CheckpointInterval(long steps, double seconds, boolean afterEpochs) {

    /** A checkpoint of the default preset is 102 MB and takes 0.2 to 0.4 s: about a hundredth of the time. */
    static final CheckpointInterval HALF_A_MINUTE = new CheckpointInterval(Long.MAX_VALUE, 30, true);

    /** For epochs of a second and less. */
    public static final CheckpointInterval TEN_SECONDS = new CheckpointInterval(Long.MAX_VALUE, 10, false);

    public CheckpointInterval {
        if (steps < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException(
                    "checkpoint interval: " + steps + " steps, " + seconds + " seconds; both must be above 0");
        }
    }

    /** By steps alone, so that checkpoints come at the same steps on any machine. */
    static CheckpointInterval ofSteps(long steps) {
        return new CheckpointInterval(steps, Double.POSITIVE_INFINITY, true);
    }

    boolean isOver(long stepsSince, double secondsSince) {
        return stepsSince >= steps || secondsSince >= seconds;
    }
}
