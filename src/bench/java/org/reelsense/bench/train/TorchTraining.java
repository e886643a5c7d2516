package org.reelsense.bench.train;

import java.io.IOException;
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
public final class TorchTraining implements Engine {

    private static final int TRIAL_STEPS = 2;
    private static final double HOPELESS = 4;

    private @Nullable Work work;
    private @Nullable TorchNetwork network;
    private @Nullable SlotTable slots;
    private int passes;

    @Override
    public Map<String, String> prepare(Setting setting) throws IOException {
        close();
        Work next = Work.of(setting);
        work = next;
        slots = new SlotTable(next.network().vocabularySize());
        double padded = seconds(TorchLayer.PADDED, Double.MAX_VALUE);
        TorchLayer layer = seconds(TorchLayer.PACKED, padded) < padded ? TorchLayer.PACKED : TorchLayer.PADDED;
        open(layer);
        passes = 0;
        return Libtorch.facts(Map.of("layer", layer.name()));
    }

    private void open(TorchLayer layer) {
        if (network != null) {
            network.close();
        }
        network =
                new TorchNetwork(Prepared.of(work).initial(), Prepared.of(work).training(), layer);
    }

    /** The best step of a few, after one to warm up; if that one takes hopelessly longer than {@code other}, its own. */
    private double seconds(TorchLayer layer, double other) {
        open(layer);
        int[] batch = Prepared.of(work).pass(1).get(0);
        double warmUp = stepSeconds(batch);
        if (warmUp > HOPELESS * other) {
            return warmUp;
        }
        return DoubleStream.generate(() -> stepSeconds(batch))
                .limit(TRIAL_STEPS)
                .min()
                .orElseThrow();
    }

    private double stepSeconds(int[] batch) {
        long start = System.nanoTime();
        step(batch);
        return (System.nanoTime() - start) / 1e9;
    }

    private void step(int[] batch) {
        Work at = Prepared.of(work);
        Prepared.of(network)
                .step(at.documents(batch), at.targets(batch), at.network().pieceLength(), Prepared.of(slots));
    }

    /** {@code what} is a {@link TorchLayer}; see {@link Agreement#numbers}. */
    @Override
    public float[] probe(String what) {
        Work at = Prepared.of(work);
        int[] batch = at.pass(1).get(0);
        try (TorchNetwork fresh = new TorchNetwork(at.initial(), at.training(), TorchLayer.valueOf(what))) {
            return fresh.gradients(
                    at.documents(batch), at.targets(batch), at.network().pieceLength(), at.touched(batch));
        }
    }

    @Override
    public Turn run(int first, int units) {
        Work at = Prepared.of(work);
        List<int[]> batches = at.pass(++passes).subList(first, first + units);
        long start = System.nanoTime();
        batches.forEach(this::step);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Turn(
                batches.stream().mapToInt(batch -> batch.length).sum(),
                batches.stream().mapToLong(at::tokens).sum(),
                seconds);
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
            network = null;
        }
    }
}
