package org.reelsense.bench.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.ScratchCheckpoint;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.bench.train.SteppedTrainer;
import org.reelsense.forecast.PaperTraining;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.Gradients;
import org.reelsense.progress.Progress;
import org.reelsense.training.CheckpointInterval;
import org.reelsense.training.EpochRecord;
import org.reelsense.training.Learned;
import org.reelsense.training.Objective;
import org.reelsense.training.Trainer;

/** Ours: {@link Trainer} as {@code reelsense forecast} calls it, stopped between epochs. */
public final class ReelsenseForecaster implements Engine {

    /** System property: worker threads. */
    static final String THREADS = "bench.threads";

    private static final int WITHOUT_END = 1_000;

    private @Nullable ForecastWork work;
    private @Nullable SteppedTrainer trainer;

    @Override
    public Map<String, String> prepare(Setting setting) throws InterruptedException {
        close();
        ForecastWork next = ForecastWork.of(setting);
        trainer = SteppedTrainer.start((progress, checkpoint) -> train(next, WITHOUT_END, progress, checkpoint));
        work = next;
        return Map.of("engine", ClassifierNetwork.engineVersion(), "threads", Integer.toString(threads()));
    }

    private static int threads() {
        return Integer.getInteger(THREADS, 1);
    }

    private static Learned train(ForecastWork work, int epochs, Progress progress, Path checkpoint)
            throws IOException, InterruptedException {
        return new Trainer(PaperTraining.spec(epochs), threads(), progress, CheckpointInterval.TEN_SECONDS)
                .train("bench", work.objective(), work.initial(), checkpoint, "");
    }

    /** See {@link ForecastAgreement}. */
    @Override
    public float[] probe(String what) throws IOException, InterruptedException {
        return switch (what) {
            case ForecastAgreement.FORECASTS -> forecasts();
            case ForecastAgreement.GRADIENTS -> gradients();
            case ForecastAgreement.LOSSES -> losses();
            default -> throw new IllegalArgumentException(what + ": nothing that is compared");
        };
    }

    private float[] forecasts() {
        ForecastWork at = Prepared.of(work);
        try (ForecasterNetwork network = at.objective().open(at.initial())) {
            return joined(network.forecast(chosen(at, at.batches(1).get(0))));
        }
    }

    private static List<float[]> chosen(ForecastWork at, int[] batch) {
        return IntStream.of(batch)
                .mapToObj(window -> ForecastWork.flat(new double[][] {at.train().inputs()[window]}))
                .toList();
    }

    private static float[] joined(float[][] rows) {
        float[] all = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, all, row * rows[0].length, rows[0].length);
        }
        return all;
    }

    private float[] gradients() {
        ForecastWork at = Prepared.of(work);
        Objective<ForecasterNetwork> objective = at.objective();
        int[] batch = at.batches(1).get(0);
        Gradients gradients = Gradients.zero(at.initial());
        try (ForecasterNetwork network = objective.open(at.initial())) {
            objective.train(network, batch, batch.length, 0, gradients);
        }
        return gradients.dense();
    }

    private float[] losses() throws IOException, InterruptedException {
        List<EpochRecord> history;
        try (ScratchCheckpoint checkpoint = ScratchCheckpoint.make()) {
            history = train(Prepared.of(work), ForecastAgreement.EPOCHS, Progress.SILENT, checkpoint.path())
                    .history();
        }
        float[] losses = new float[history.size()];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] = (float) history.get(epoch).trainLoss();
        }
        return losses;
    }

    /** A unit is an epoch, the next one, whatever its number. */
    @Override
    public Turn run(int first, int units) throws InterruptedException {
        ForecastWork at = Prepared.of(work);
        int steps = units * at.batches(1).size();
        return at.turn(
                units,
                Prepared.of(trainer).steps(steps, (long) units * at.train().count()));
    }

    @Override
    public void close() {
        if (trainer != null) {
            trainer.close();
            trainer = null;
        }
    }
}
