package org.reelsense.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelsense.network.Parameters;
import org.reelsense.network.TrainableNetwork;
import org.reelsense.progress.Progress;

/** One training, from first to last epoch: its state, its workers and what has come of it so far. */
final class TrainingRun<N extends TrainableNetwork> implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final TrainingSpec spec;
    private final Progress progress;
    private final String name;
    private final TrainingIdentity identity;
    private final Objective<N> objective;
    private final TrainingState state;
    private final int batchesAnEpoch;
    private final TrainingStep<N> step;
    private final List<EpochRecord> history;
    private @Nullable Parameters best;
    private EpochPart part;

    TrainingRun(
            TrainingSpec spec,
            int threads,
            Progress progress,
            String name,
            TrainingIdentity identity,
            Objective<N> objective,
            Parameters initial,
            Optional<Checkpoint> before) {
        this.spec = spec;
        this.progress = progress;
        this.name = name;
        this.identity = identity;
        this.objective = objective;
        state = before.map(at -> new TrainingState(at.state(), spec.averaging()))
                .orElseGet(() -> new TrainingState(initial, spec.averaging()));
        best = before.map(Checkpoint::best).orElse(null);
        history = new ArrayList<>(before.map(Checkpoint::history).orElse(List.of()));
        part = before.map(Checkpoint::part).orElse(EpochPart.NONE);
        batchesAnEpoch = objective.batches(1).size();
        step = new TrainingStep<>(spec, threads, objective, state);
    }

    /** Trains to the end, or to where it is interrupted: then the last checkpoint is of that moment. */
    Learned all(Checkpoints checkpoints, CheckpointInterval interval) throws InterruptedException, IOException {
        CheckpointKeeping keeping = new CheckpointKeeping(checkpoints, interval, checkpoint(), progress);
        long begun = done(objective.batches(history.size() + 1));
        beginTask(objective.isSilent(), name, (long) (spec.epochs() - history.size()) * objective.size() - begun);
        try {
            while (history.size() < spec.epochs() && !outOfPatience()) {
                steps(keeping);
                endEpoch();
                writeIfDue(keeping);
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
        } finally {
            endTask(objective.isSilent());
        }
    }

    /** Either the whole training is watched, or each of its epochs. */
    private void beginTask(boolean watched, String task, long left) {
        if (watched) {
            progress.begin(task, left, objective.unit());
        }
    }

    private void endTask(boolean watched) {
        if (watched) {
            progress.end();
        }
    }

    /** Examples of the epoch at hand that are done. */
    private long done(List<int[]> order) {
        return order.stream()
                .limit(part.batches())
                .mapToLong(batch -> batch.length)
                .sum();
    }

    private void writeIfDue(CheckpointKeeping keeping) throws InterruptedException, IOException {
        if (keeping.isDue(state.step(), epochSeconds() + part.seconds(), part.batches() == 0)) {
            keeping.write(checkpoint());
        }
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(identity, state.snapshot(), best, history, part);
    }

    private long stepsDone() {
        return (long) history.size() * batchesAnEpoch + part.batches();
    }

    private Learned finished() {
        return new Learned(Objects.requireNonNull(best), bestEpoch(), history, epochSeconds(), objective.size());
    }

    /** Of the finished epochs. */
    private double epochSeconds() {
        return history.stream().mapToDouble(EpochRecord::seconds).sum();
    }

    private boolean outOfPatience() {
        return !history.isEmpty() && history.size() - bestEpoch().epoch() >= spec.patience();
    }

    /** The earliest of those with the highest dev accuracy; without a dev set the last. */
    private EpochRecord bestEpoch() {
        EpochRecord chosen = history.get(0);
        for (EpochRecord epoch : history) {
            chosen = epoch.isBetterThan(chosen) ? epoch : chosen;
        }
        return chosen;
    }

    /** Makes those steps of the epoch at hand that are still to be made. */
    private void steps(CheckpointKeeping keeping) throws InterruptedException, IOException {
        int epoch = history.size() + 1;
        List<int[]> order = objective.batches(epoch);
        beginTask(
                !objective.isSilent(), name + " epoch " + epoch + "/" + spec.epochs(), objective.size() - done(order));
        try {
            while (part.batches() < order.size()) {
                int[] batch = order.get(part.batches());
                step(batch);
                progress.advance(batch.length);
                if (part.batches() < order.size()) {
                    writeIfDue(keeping);
                }
            }
        } finally {
            endTask(!objective.isSilent());
        }
    }

    private void step(int[] batch) throws InterruptedException {
        long start = System.nanoTime();
        float rateFactor = spec.adam().schedule().factor(state.step(), (long) spec.epochs() * batchesAnEpoch);
        double loss = step.run(batch, rateFactor);
        if (!Double.isFinite(loss)) {
            throw new DivergedException(state.step());
        }
        part = part.plus(loss, (System.nanoTime() - start) / NANOS);
    }

    private void endEpoch() throws InterruptedException {
        long start = System.nanoTime();
        Parameters averaged = state.averaged();
        double seconds = part.seconds() + (System.nanoTime() - start) / NANOS;
        EpochRecord record =
                new EpochRecord(history.size() + 1, seconds, part.loss() / objective.size(), objective.judge(averaged));
        objective.line(record).ifPresent(progress::say);
        if (record.dev().filter(dev -> !Double.isFinite(dev.loss())).isPresent()) {
            throw new DivergedException(state.step());
        }
        if (history.isEmpty() || record.isBetterThan(bestEpoch())) {
            best = averaged;
        }
        history.add(record);
        part = EpochPart.NONE;
    }

    @Override
    public void close() {
        step.close();
    }
}
