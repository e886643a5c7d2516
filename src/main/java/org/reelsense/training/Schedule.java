package org.reelsense.training;

/**
 * The learning rate over time: up along a line for the warm-up, then down along one to zero; or the same all the time.
 *
 * @param steps in all
 * @param warmUp steps of the climb
 * @param constant whether it neither climbs nor falls
 */
record Schedule(long steps, long warmUp, boolean constant) {

    static Schedule of(TrainingSpec spec, long stepsAnEpoch) {
        long steps = spec.epochs() * stepsAnEpoch;
        return switch (spec.schedule()) {
            case SLANTED_TRIANGLE -> new Schedule(steps, Math.round(spec.warmUp() * steps), false);
            case CONSTANT -> new Schedule(steps, 0, true);
        };
    }

    /** The share of the highest rate to use in step {@code step}, counted from 0. */
    float factor(long step) {
        if (constant) {
            return 1;
        }
        if (step < warmUp) {
            return (float) (step + 1) / warmUp;
        }
        return (float) (steps - step) / Math.max(1, steps - warmUp);
    }
}
