package org.reelsense.training;

/**
 * The learning rate over time: up along a line for the warm-up, then down along one to zero.
 *
 * @param steps in all
 * @param warmUp steps of the climb
 */
record Schedule(long steps, long warmUp) {

    static Schedule of(TrainingSpec spec, long stepsAnEpoch) {
        long steps = spec.epochs() * stepsAnEpoch;
        return new Schedule(steps, Math.round(spec.warmUp() * steps));
    }

    /** The share of the highest rate to use in step {@code step}, counted from 0. */
    float factor(long step) {
        if (step < warmUp) {
            return (float) (step + 1) / warmUp;
        }
        return (float) (steps - step) / Math.max(1, steps - warmUp);
    }
}
