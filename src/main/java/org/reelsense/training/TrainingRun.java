package org.reelsense.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/** One training, from first to last epoch: its state, its workers and what has come of it so far. */
final class TrainingRun implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final TrainingSpec spec;
    private final Progress progress;
    private final String name;
    private final TrainingIdentity identity;
    private final TrainingState state;
    private final EncodedReviews train;
    private final EncodedReviews dev;
    private final Batches batches;
    private final Schedule schedule;
    private final TrainingStep step;
    private final WorkerPool scorers;
    private final List<EpochRecord> history;
    private @Nullable Weights best;
    private EpochPart part;

    TrainingRun(
            TrainingSpec spec,
            int threads,
            Progress progress,
            String name,
            TrainingIdentity identity,
            Weights initial,
            Optional<Checkpoint> before,
            EncodedReviews train,
            EncodedReviews dev) {
        this.spec = spec;
        this.progress = progress;
        this.name = name;
        this.identity = identity;
        this.train = train;
        this.dev = dev;
        state = before.map(at -> new TrainingState(at.state(), spec.averaging()))
                .orElseGet(() -> new TrainingState(initial, spec.averaging()));
        best = before.map(Checkpoint::best).orElse(null);
        history = new ArrayList<>(before.map(Checkpoint::history).orElse(List.of()));
        part = before.map(Checkpoint::part).orElse(EpochPart.NONE);
        batches = new Batches(train.documents(), initial.spec().pieceLength(), spec);
        schedule = Schedule.of(spec, batches.count());
        step = new TrainingStep(spec, threads, train, batches, state);
        scorers = new WorkerPool(threads, state.weights(), false);
    }

    /** Trains to the end, or to where it is interrupted: then the last checkpoint is of that moment. */
    TrainedModel all(Checkpoints checkpoints, CheckpointInterval interval) throws InterruptedException, IOException {
        CheckpointKeeping keeping = new CheckpointKeeping(checkpoints, interval, checkpoint(), progress);
        try {
            while (history.size() < spec.epochs() && !outOfPatience()) {
                steps(keeping);
                endEpoch();
                keeping.write(checkpoint());
            }
            return finished();
        } catch (InterruptedException e) {
            // What was interrupted within a step is no state to go on from.
            if (state.step() == stepsDone()) {
                keeping.writeLast(checkpoint());
            }
            throw e;
        } catch (DivergedException e) {
            throw history.isEmpty() ? e : e.with(finished());
        }
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(identity, state.snapshot(), best, history, part);
    }

    private long stepsDone() {
        return (long) history.size() * batches.count() + part.batches();
    }

    private TrainedModel finished() {
        double seconds = history.stream().mapToDouble(EpochRecord::seconds).sum();
        return new TrainedModel(Objects.requireNonNull(best), bestEpoch(), history, seconds, train.size());
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

    /** Makes those steps of the epoch at hand that are still to be made. */
    private void steps(CheckpointKeeping keeping) throws InterruptedException, IOException {
        int epoch = history.size() + 1;
        List<int[]> order = batches.ofEpoch(epoch);
        progress.begin(name + " epoch " + epoch + "/" + spec.epochs(), train.size(), "reviews");
        try {
            order.subList(0, part.batches()).forEach(batch -> progress.advance(batch.length));
            while (part.batches() < order.size()) {
                int[] batch = order.get(part.batches());
                step(batch);
                progress.advance(batch.length);
                if (part.batches() < order.size() && keeping.isDue(state.step(), part)) {
                    keeping.write(checkpoint());
                }
            }
        } finally {
            progress.end();
        }
    }

    private void step(int[] batch) throws InterruptedException {
        long start = System.nanoTime();
        double loss = step.run(batch, schedule.factor(state.step()));
        if (!Double.isFinite(loss)) {
            throw new DivergedException(state.step());
        }
        part = part.plus(loss, (System.nanoTime() - start) / NANOS);
    }

    private void endEpoch() throws InterruptedException {
        long start = System.nanoTime();
        Weights averaged = state.averaged();
        double seconds = part.seconds() + (System.nanoTime() - start) / NANOS;
        EpochRecord record = record(seconds, part.loss() / train.size(), averaged);
        if (!Double.isFinite(record.devLoss())) {
            throw new DivergedException(state.step());
        }
        if (history.isEmpty() || record.devAccuracy() > bestEpoch().devAccuracy()) {
            best = averaged;
        }
        history.add(record);
        part = EpochPart.NONE;
    }

    private EpochRecord record(double seconds, double trainLoss, Weights averaged) throws InterruptedException {
        int epoch = history.size() + 1;
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
