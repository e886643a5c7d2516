package org.reelsense.bench.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.reelsense.bench.process.ScratchCheckpoint;
import org.reelsense.progress.Progress;

/** A training on a thread of its own, stopped between steps. */
public final class SteppedTrainer implements AutoCloseable {

    private final SteppedProgress progress = new SteppedProgress();
    private final Thread thread;

    private SteppedTrainer(Training training) {
        thread = new Thread(() -> train(training), "trainer");
        thread.setDaemon(true);
    }

    /** What is trained, longer than anybody will ask for steps. */
    @FunctionalInterface
    public interface Training {

        /** Trains. */
        void run(Progress progress, Path checkpoint) throws IOException, InterruptedException;
    }

    /** Starts a training, which then stands before its first step. */
    public static SteppedTrainer start(Training training) throws InterruptedException {
        SteppedTrainer trainer = new SteppedTrainer(training);
        trainer.thread.start();
        trainer.progress.awaitStart();
        return trainer;
    }

    private void train(Training training) {
        try (ScratchCheckpoint checkpoint = ScratchCheckpoint.make()) {
            training.run(progress, checkpoint.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            progress.trainerEnded();
        }
    }

    /**
     * Makes steps.
     *
     * @param examples that they must be of
     * @return their seconds
     * @throws IllegalStateException if the training ended before
     */
    public double steps(int steps, long examples) throws InterruptedException {
        double seconds = progress.steps(steps);
        if (progress.examples() != examples) {
            throw new IllegalStateException(
                    "the trainer made " + progress.examples() + " of " + examples + " examples; see the log");
        }
        return seconds;
    }

    @Override
    public void close() {
        progress.stop(thread);
    }
}
