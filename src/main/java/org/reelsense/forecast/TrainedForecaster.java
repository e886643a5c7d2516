package org.reelsense.forecast;

import java.util.stream.Stream;
import org.reelsense.model.ForecastModel;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;

/**
 * A trained network as something that forecasts. It opens its own worker for each call, so it may be shared.
 *
 * @param model what was trained
 */
public record TrainedForecaster(ForecastModel model) implements Forecaster {

    @Override
    public double[][] forecast(double[][] inputs) {
        ForecasterSpec spec = model.spec();
        try (ForecasterNetwork network = new ForecasterNetwork(spec, model.weights(), false)) {
            return Stream.of(network.forecast(WindowObjective.floats(inputs)))
                    .map(TrainedForecaster::doubles)
                    .toArray(double[][]::new);
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
