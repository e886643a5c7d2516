package org.reelsense.training;

/** How the learning rate goes over time. Each is named in records by its {@code toString}. */
public sealed interface RateSchedule {

    /**
     * The share of the highest rate to use, above 0, 1 at most.
     *
     * @param step counted from 0
     * @param steps of the whole training
     */
    float factor(long step, long steps);

    /** As high as it may be all the time. */
    record Constant() implements RateSchedule {

        @Override
        public float factor(long step, long steps) {
            return 1;
        }

        @Override
        public String toString() {
            return "constant";
        }
    }

    /**
     * Up along a line, then down along one to zero (Howard and Ruder 2018).
     *
     * @param warmUp the share of all steps in which the rate climbs
     */
    record SlantedTriangle(float warmUp) implements RateSchedule {

        /** @throws IllegalArgumentException if it is no share */
        public SlantedTriangle {
            TrainingSpec.check("warmUp", warmUp, 0, 1);
        }

        @Override
        public float factor(long step, long steps) {
            long climb = Math.round(warmUp * steps);
            return step < climb ? (float) (step + 1) / climb : (float) (steps - step) / Math.max(1, steps - climb);
        }

        @Override
        public String toString() {
            return "slanted triangle with a warm-up of " + warmUp;
        }
    }
}
