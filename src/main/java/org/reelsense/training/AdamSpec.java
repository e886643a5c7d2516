package org.reelsense.training;

import java.util.Locale;

/**
 * How Adam moves the weights. Its decay rates are those of the paper, 0.9 and 0.999.
 *
 * @param learningRate the highest, of all weights but the embedding
 * @param embeddingRate the highest, of the embedding; 0 keeps the word vectors as they came
 * @param schedule of both rates
 * @param epsilon which of the usual ones
 */
public record AdamSpec(float learningRate, float embeddingRate, RateSchedule schedule, Epsilon epsilon) {

    public AdamSpec {
        TrainingSpec.check("learningRate", learningRate, 0, 10);
        TrainingSpec.check("embeddingRate", embeddingRate, 0, 10);
    }

    /** As the paper has it, the rates in a slanted triangle. */
    public static AdamSpec slanted(float learningRate, float embeddingRate, float warmUp) {
        return new AdamSpec(learningRate, embeddingRate, new RateSchedule.SlantedTriangle(warmUp), Epsilon.CORRECTED);
    }

    /** As Keras' {@code Adam(learningRate)}: one rate all the time, its own epsilon; no embedding is learned. */
    public static AdamSpec keras(float learningRate) {
        return new AdamSpec(learningRate, 0, new RateSchedule.Constant(), Epsilon.KERAS);
    }

    /** What is added to the root of the second moment. Where gradients are tiny it says how far a step goes. */
    public enum Epsilon {
        /** 1e-8, added to the moment that is corrected for its start: Algorithm 1 of Kingma and Ba (2015), PyTorch. */
        CORRECTED,
        /** 1e-7, added to the moment as it is: the epsilon "hat" of the paper's section 2, Keras. */
        KERAS;

        private static final double PAPER = 1e-8;
        private static final double OF_KERAS = 1e-7;

        /**
         * What to add to the root of the uncorrected moment.
         *
         * @param correction of that root in the step at hand
         */
        double of(double correction) {
            return this == CORRECTED ? PAPER * correction : OF_KERAS;
        }

        /** The name in records. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
