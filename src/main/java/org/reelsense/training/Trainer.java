package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;

/**
 * Trains a classifier on one set and chooses the epoch on another.
 *
 * <p>A batch is cut into a fixed number of shards, each shard's gradient is computed by whichever worker is free, and the
 * gradients are added in shard order: weights are the same, bit for bit, for any number of threads.
 */
public final class Trainer {

    private final TrainingSpec spec;
    private final int threads;
    private final Progress progress;

    public Trainer(TrainingSpec spec, int threads, Progress progress) {
        this.spec = spec;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Trains, and after each epoch writes a checkpoint; goes on from one if it is there, with the same result.
     *
     * @param name of the model, for progress
     * @param initial where to start; not changed
     * @param checkpoint file to write after each epoch; it stays, for the caller to remove once the model is safe
     * @param dataKey names the reviews exactly, so that no checkpoint of other data is taken up
     * @throws DivergedException if the gradient is no longer finite
     * @throws InterruptedException if the calling thread is interrupted; the last checkpoint stays
     * @throws IOException if the checkpoint cannot be written, is damaged, or is of another training
     */
    public TrainedModel train(
            String name, Weights initial, EncodedReviews train, EncodedReviews dev, Path checkpoint, String dataKey)
            throws InterruptedException, IOException {
        String key = key(name, initial, dataKey);
        Optional<Checkpoint> before = Checkpoint.read(checkpoint, key, initial.spec());
        if (before.isPresent()) {
            progress.say(
                    name + ": goes on after epoch " + before.get().history().size() + ", from " + checkpoint);
        }
        try (TrainingRun run = new TrainingRun(spec, threads, progress, name, key, initial, before, train, dev)) {
            return run.all(checkpoint);
        }
    }

    /** The initial weights stand for everything that made them, such as the word vectors' settings. */
    private String key(String name, Weights initial, String dataKey) {
        String start = Integer.toHexString(Arrays.hashCode(initial.embedding())) + "-"
                + Integer.toHexString(Arrays.hashCode(initial.dense()));
        return String.join("; ", name, initial.spec().toString(), spec.toString(), dataKey, start);
    }
}
