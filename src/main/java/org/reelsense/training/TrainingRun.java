package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/** One training, from first to last epoch: its state, its workers and what has come of it so far. */
final class TrainingRun implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final TrainingSpec spec;
    private final Progress progress;
    private final String name;
    private final String key;
    private final TrainingState state;
    private final EncodedReviews train;
    private final EncodedReviews dev;
    private final Batches batches;
    private final Schedule schedule;
    private final TrainingStep step;
    private final WorkerPool scorers;
    private final List<EpochRecord> history;
    private Weights best;

    TrainingRun(
            TrainingSpec spec,
            int threads,
            Progress progress,
            String name,
            String key,
            Weights initial,
            Optional<Checkpoint> before,
            EncodedReviews train,
            EncodedReviews dev) {
        this.spec = spec;
        this.progress = progress;
        this.name = name;
        this.key = key;
        this.train = train;
        this.dev = dev;
        state = before.map(at -> new TrainingState(at.state(), spec.averaging()))
                .orElseGet(() -> new TrainingState(initial, spec.averaging()));
        best = before.map(Checkpoint::best).orElse(initial);
        history = new ArrayList<>(before.map(Checkpoint::history).orElse(List.of()));
        NetworkSpec network = initial.spec();
        batches = new Batches(train.documents(), network.pieceLength(), spec);
        schedule = Schedule.of(spec, batches.count());
        step = new TrainingStep(spec, threads, train, batches, state);
        scorers = new WorkerPool(threads, state.weights(), false);
    }

    TrainedModel all(Path checkpoint) throws InterruptedException, IOException {
        for (int epoch = history.size() + 1; epoch <= spec.epochs() && !outOfPatience(); epoch++) {
            long start = System.nanoTime();
            double loss = epoch(epoch);
            Weights averaged = state.averaged();
            double seconds = (System.nanoTime() - start) / NANOS;
            EpochRecord record = record(epoch, seconds, loss, averaged);
            if (history.isEmpty() || record.devAccuracy() > bestEpoch().devAccuracy()) {
                best = averaged;
            }
            history.add(record);
            new Checkpoint(key, state.snapshot(), best, history).write(checkpoint);
        }
        double seconds = history.stream().mapToDouble(EpochRecord::seconds).sum();
        return new TrainedModel(best, bestEpoch(), history, seconds, train.size());
    }

    private boolean outOfPatience() {
        return !history.isEmpty() && history.size() - bestEpoch().epoch() >= spec.patience();
    }

    /** The earliest of those with the highest dev accuracy. */
    private EpochRecord bestEpoch() {
        return history.stream()
                .max(Comparator.comparingDouble(EpochRecord::devAccuracy)
                        .thenComparing(EpochRecord::epoch, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Returns the mean loss. */
    private double epoch(int epoch) throws InterruptedException {
        progress.begin(name + " epoch " + epoch + "/" + spec.epochs(), train.size(), "reviews");
        try {
            double loss = 0;
            for (int[] batch : batches.ofEpoch(epoch)) {
                loss += step.run(batch, schedule.factor(state.step()));
                progress.advance(batch.length);
            }
            return loss / train.size();
        } finally {
            progress.end();
        }
    }

    private EpochRecord record(int epoch, double seconds, double trainLoss, Weights averaged)
            throws InterruptedException {
        scorers.load(averaged);
        float[] probabilities = BatchScorer.probabilities(
                dev.documents(), scorers, averaged.spec().pieceLength(), Progress.SILENT);
        Evaluation scores = Evaluation.of(probabilities, dev.positive());
        EpochRecord record = new EpochRecord(epoch, seconds, trainLoss, scores.accuracy(), scores.logLoss());
        progress.say(String.format(
                Locale.ROOT,
                "%s epoch %d/%d: train loss %.4f, dev accuracy %.2f %%, dev loss %.4f, %.1f s (%.0f reviews/s)",
                name,
                epoch,
                spec.epochs(),
                trainLoss,
                100 * record.devAccuracy(),
                record.devLoss(),
                seconds,
                train.size() / seconds));
        return record;
    }

    @Override
    public void close() {
        step.close();
        scorers.close();
    }
}
