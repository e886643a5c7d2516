package org.reelsense.forecast;

import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.training.Objective;
import org.reelsense.training.TrainingSpec;

/** Lets the bench train what {@code reelsense forecast} trains; stands here because {@link ForecastTrial} does. */
public final class PaperTraining {

    /** Of the order of the windows. */
    private static final long SEED = 1;

    private PaperTraining() {}

    /** How the trainer is to go about it, for so many epochs. */
    public static TrainingSpec spec(int epochs) {
        return ForecastTrial.training(ForecastSpec.PAPER, SEED).withEpochs(epochs);
    }

    /** What is minimised, and in which batches. */
    public static Objective<ForecasterNetwork> objective(ForecasterSpec network, Windows train) {
        return ForecastTrial.objective(network, train, ForecastSpec.PAPER, SEED);
    }
}
