package org.reelsense.forecast;

import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.training.AdamSpec;
import org.reelsense.training.Objective;
import org.reelsense.training.TrainingSpec;

/** Lets the bench train what {@code reelsense forecast} trains; stands here because {@link ForecastTrial} does. */
public final class PaperTraining {

    /** Of the order of the windows. */
    private static final long SEED = 1;

    private PaperTraining() {}

    /**
     * How the trainer is to go about it, for so many epochs: but with the epsilon that libtorch's Adam has, so that both learn
     * the same. It costs nothing, and Keras' cannot be had there, for it is not corrected.
     */
    public static TrainingSpec spec(int epochs) {
        TrainingSpec paper = ForecastTrial.training(ForecastSpec.PAPER, SEED).withEpochs(epochs);
        AdamSpec keras = paper.adam();
        return paper.withAdam(new AdamSpec(
                keras.learningRate(), keras.embeddingRate(), keras.schedule(), AdamSpec.Epsilon.CORRECTED));
    }

    /** What is minimised, and in which batches. */
    public static Objective<ForecasterNetwork> objective(ForecasterSpec network, Windows train) {
        return ForecastTrial.objective(network, train, ForecastSpec.PAPER, SEED);
    }
}
