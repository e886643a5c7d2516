package org.reelsense.forecast;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.reelsense.model.ForecastModel;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.WorkerPool;

/**
 * A trained network as something that forecasts. It opens its own worker for each call, so it may be shared; on a thread of
 * its own, since the caller's stack may be too short for oneDNN.
 *
 * @param model what was trained
 */
public record TrainedForecaster(ForecastModel model) implements Forecaster {

    @Override
    public double[][] forecast(double[][] inputs) {
        ForecasterSpec spec = model.spec();
        List<float[]> windows = WindowObjective.floats(inputs);
        AtomicReference<float[][]> ahead = new AtomicReference<>(new float[0][]);
        try (WorkerPool<ForecasterNetwork> worker =
                new WorkerPool<>(1, model.weights(), weights -> new ForecasterNetwork(spec, weights, false))) {
            worker.forEachToTheEnd(1, (network, index) -> ahead.set(network.forecast(windows)));
        }
        return Stream.of(ahead.get()).map(TrainedForecaster::doubles).toArray(double[][]::new);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
