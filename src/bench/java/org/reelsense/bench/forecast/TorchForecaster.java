package org.reelsense.bench.forecast;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.bench.Libtorch;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;

/**
 * libtorch, in whichever of its two ways is the faster for a setting. How many threads it takes is the environment's
 * ({@code OMP_NUM_THREADS}), else its own default.
 */
public final class TorchForecaster implements Engine {

    private static final int WARM_UP_STEPS = 5;
    private static final int TRIAL_STEPS = 10;

    private @Nullable ForecastWork work;
    private @Nullable TorchForecasterNetwork network;
    private TorchWay way = TorchWay.PLAIN;
    private int epochs;

    @Override
    public Map<String, String> prepare(Setting setting) {
        close();
        ForecastWork next = ForecastWork.of(setting);
        way = seconds(next, TorchWay.PACKED) < seconds(next, TorchWay.PLAIN) ? TorchWay.PACKED : TorchWay.PLAIN;
        work = next;
        network = new TorchForecasterNetwork(next, way);
        epochs = 0;
        return Libtorch.facts(Map.of("way", way.name()));
    }

    /** The best step of a few. */
    private static double seconds(ForecastWork work, TorchWay way) {
        int[] batch = work.batches(1).get(0);
        try (TorchForecasterNetwork tried = new TorchForecasterNetwork(work, way)) {
            return DoubleStream.generate(() -> stepSeconds(tried, batch))
                    .limit(WARM_UP_STEPS + TRIAL_STEPS)
                    .skip(WARM_UP_STEPS)
                    .min()
                    .orElseThrow();
        }
    }

    private static double stepSeconds(TorchForecasterNetwork network, int[] batch) {
        long start = System.nanoTime();
        network.step(batch);
        return (System.nanoTime() - start) / 1e9;
    }

    /** See {@link ForecastAgreement}. */
    @Override
    public float[] probe(String what) {
        ForecastWork at = Prepared.of(work);
        int[] batch = at.batches(1).get(0);
        try (TorchForecasterNetwork fresh = new TorchForecasterNetwork(at, way)) {
            return switch (what) {
                case ForecastAgreement.FORECASTS -> fresh.forecasts(batch);
                case ForecastAgreement.GRADIENTS -> fresh.gradients(batch);
                case ForecastAgreement.LOSSES -> losses(at, fresh);
                default -> throw new IllegalArgumentException(what + ": nothing that is compared");
            };
        }
    }

    private static float[] losses(ForecastWork at, TorchForecasterNetwork fresh) {
        float[] losses = new float[ForecastAgreement.EPOCHS];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] =
                    (float) (epoch(fresh, at.batches(epoch + 1)) / at.train().count());
        }
        return losses;
    }

    /** The summed loss. */
    private static double epoch(TorchForecasterNetwork network, List<int[]> batches) {
        double loss = 0;
        for (int[] batch : batches) {
            loss += batch.length * network.step(batch);
        }
        return loss;
    }

    /** A unit is an epoch, the next one, whatever its number. */
    @Override
    public Turn run(int first, int units) {
        ForecastWork at = Prepared.of(work);
        TorchForecasterNetwork trained = Prepared.of(network);
        double seconds = 0;
        for (int unit = 0; unit < units; unit++) {
            List<int[]> batches = at.batches(++epochs);
            long start = System.nanoTime();
            epoch(trained, batches);
            seconds += (System.nanoTime() - start) / 1e9;
        }
        return at.turn(units, seconds);
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
            network = null;
        }
    }
}
