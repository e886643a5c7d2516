package org.reelsense.bench.forecast;

import java.io.IOException;
import java.util.Locale;
import org.reelsense.bench.process.Contestant;

/**
 * Whether two engines learn the same from the same weights: without that a comparison of their speed is void. Differences are
 * L2 norms, over the norm of what is compared.
 *
 * @param forecasts of the first batch, by the first weights
 * @param gradients of the first batch, of all weights
 * @param losses of {@link #EPOCHS} epochs, each engine by its own Adam
 * @param fallen the last epoch's loss over the first's, of the engine that learned less
 */
record ForecastAgreement(double forecasts, double gradients, double losses, double fallen) {

    /** What an engine's {@code probe} is asked for. */
    static final String FORECASTS = "forecasts";

    static final String GRADIENTS = "gradients";
    static final String LOSSES = "losses";

    static final int EPOCHS = 2;

    private static final double MOST = 1e-4;
    private static final double MOST_OF_GRADIENTS = 1e-3;
    /** Rounding grows from step to step. */
    private static final double MOST_OF_LOSSES = 1e-2;

    /**
     * What an engine that is prepared for a setting answers.
     *
     * @param forecasts [B * F]
     * @param gradients of all weights
     * @param losses [{@link #EPOCHS}]
     */
    record Answers(float[] forecasts, float[] gradients, float[] losses) {

        static Answers of(Contestant contestant) throws IOException {
            return new Answers(contestant.probe(FORECASTS), contestant.probe(GRADIENTS), contestant.probe(LOSSES));
        }

        private double fallen() {
            return losses[losses.length - 1] / losses[0];
        }
    }

    static ForecastAgreement between(Answers one, Answers other) {
        return new ForecastAgreement(
                relative(one.forecasts, other.forecasts),
                relative(one.gradients, other.gradients),
                relative(one.losses, other.losses),
                Math.max(one.fallen(), other.fallen()));
    }

    private static double relative(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " and " + other.length + " numbers to compare");
        }
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < one.length; i++) {
            difference += Math.pow((double) one[i] - other[i], 2);
            norm += Math.pow(one[i], 2);
        }
        return Math.sqrt(difference / norm);
    }

    /** Whether all differences are no more than rounding, and both learned; false for NaN. */
    boolean holds() {
        return forecasts <= MOST && gradients <= MOST_OF_GRADIENTS && losses <= MOST_OF_LOSSES && fallen < 1;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "forecasts differ by %.1e, gradients by %.1e, losses of %d epochs by %.1e; the loss fell to %.3f of the"
                        + " first epoch's",
                forecasts,
                gradients,
                EPOCHS,
                losses,
                fallen);
    }
}
