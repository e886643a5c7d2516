package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.network.Parameters;
import org.reelsense.network.TrainableNetwork;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;

/**
 * Trains networks: a classifier, which is chosen on a dev set, or what another {@link Objective} asks for.
 *
 * <p>A batch is cut into a fixed number of shards, each shard's gradient is computed by whichever worker is free, and the
 * gradients are added in shard order: weights are the same, bit for bit, for any number of threads.
 */
public final class Trainer {

    private final TrainingSpec spec;
    private final int threads;
    private final Progress progress;
    private final CheckpointInterval interval;

    /** One that writes checkpoints every half a minute and after each epoch. */
    public Trainer(TrainingSpec spec, int threads, Progress progress) {
        this(spec, threads, progress, CheckpointInterval.HALF_A_MINUTE);
    }

    /** One that writes checkpoints at other times. */
    public Trainer(TrainingSpec spec, int threads, Progress progress, CheckpointInterval interval) {
        this.spec = spec;
        this.threads = threads;
        this.progress = progress;
        this.interval = interval;
    }

    /**
     * Trains a classifier, and writes a checkpoint as often as the interval says (if none was given every half a minute and
     * after each epoch) and when interrupted; goes on from one if it is there, with the same result, bit for bit.
     *
     * @param name of the model, for progress
     * @param initial where to start; not changed
     * @param checkpoint file to write, see {@link Checkpoints}; it stays, for the caller to remove once the model is safe
     * @param dataKey names the reviews exactly, so that no checkpoint of other data is taken up
     * @throws DivergedException if loss or gradient is no longer finite; the last checkpoint stays
     * @throws InterruptedException if the calling thread is interrupted; a checkpoint of that moment stays
     * @throws IOException if the checkpoint cannot be written, is damaged, or is of another training
     */
    public TrainedModel train(
            String name, Weights initial, EncodedReviews train, EncodedReviews dev, Path checkpoint, String dataKey)
            throws InterruptedException, IOException {
        try (ReviewObjective objective = new ReviewObjective(name, spec, threads, initial, train, dev)) {
            return TrainedModel.of(initial.spec(), train(name, objective, initial.parameters(), checkpoint, dataKey));
        }
    }

    /**
     * Trains by any objective, with checkpoints likewise.
     *
     * @param name for progress
     * @param initial where to start; not changed
     * @param checkpoint file to write, see {@link Checkpoints}; it stays, for the caller to remove
     * @param dataKey names the examples exactly
     * @throws DivergedException if loss or gradient is no longer finite; the last checkpoint stays
     * @throws InterruptedException if the calling thread is interrupted; a checkpoint of that moment stays
     * @throws IOException if the checkpoint cannot be written, is damaged, or is of another training
     */
    public <N extends TrainableNetwork> Learned train(
            String name, Objective<N> objective, Parameters initial, Path checkpoint, String dataKey)
            throws InterruptedException, IOException {
        TrainingIdentity identity = TrainingIdentity.of(name, objective, initial, spec, dataKey);
        Checkpoints checkpoints = new Checkpoints(checkpoint);
        Optional<Checkpoint> before = checkpoints.read(identity, initial, progress);
        if (before.isPresent()) {
            progress.say(name + ": goes on " + before.get().place() + ", from " + checkpoint);
        }
        try (TrainingRun<N> run =
                new TrainingRun<>(spec, threads, progress, name, identity, objective, initial, before)) {
            return run.all(checkpoints, interval);
        }
    }
}
