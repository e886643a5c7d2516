package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.network.Cell;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;

/** Trainings interrupted at any moment, again and again until they are done: no step is lost and none is half made. */
@Tag("fault")
class InterruptedTrainingTest {

    private static final int LONGEST_WAIT_MICROSECONDS = 40_000;
    private static final List<Cell> CELLS = List.of(Cell.LSTM, Cell.GRU, Cell.RNN);

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_122);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private int interruptions;
    private int stepsLost;

    @Test
    void train_interruptedAgainAndAgain_losesNoStepAndGivesTheSameBits() throws Exception {
        int tries = FaultRun.tries(3, 30);
        int otherBits = 0;
        for (int i = 0; i < tries; i++) {
            Cell cell = CELLS.get(i % CELLS.size());
            Path whole = folder.resolve("whole" + i);
            TrainingChild.train(cell, whole, CheckpointInterval.HALF_A_MINUTE, Progress.SILENT);
            Path checkpoint = folder.resolve("cut" + i);
            while (!ends(cell, checkpoint)) {
                interruptions++;
            }
            Path timeless = folder.resolve("timeless");
            otherBits += CheckpointDigest.of(checkpoint, timeless).equals(CheckpointDigest.of(whole, timeless)) ? 0 : 1;
        }
        timer.shutdown();
        new FaultRun(11, "interrupt-training-at-any-moment")
                .count("trainings", tries)
                .count("interruptions", interruptions)
                .count("stepsLost", stepsLost)
                .count("otherBits", otherBits)
                .write();
        assertThat(stepsLost).isZero();
        assertThat(otherBits).isZero();
        assertThat(interruptions).isPositive();
    }

    /** The file is closed under the last checkpoint; Java 25 does so late in the first interruption, too. */
    @Test
    void train_interruptedAgainBeforeTheLastCheckpoint_writesItAllTheSame() {
        Steps steps = new Steps() {
            @Override
            public void advance(long units) {
                super.advance(units);
                if (last == 5) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void end() {
                Thread.currentThread().interrupt();
            }
        };
        Path checkpoint = folder.resolve("checkpoint");

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> TrainingChild.train(Cell.GRU, checkpoint, CheckpointInterval.HALF_A_MINUTE, steps));

        assertThat(steps.said).isEmpty();
        assertThat(checkpoint)
                .satisfies(file -> assertThat(CheckpointDigest.step(file)).isEqualTo(5));
    }

    private boolean ends(Cell cell, Path checkpoint) throws Exception {
        Steps steps = new Steps();
        Thread training = Thread.currentThread();
        var interruption =
                timer.schedule(training::interrupt, random.nextInt(LONGEST_WAIT_MICROSECONDS), TimeUnit.MICROSECONDS);
        try {
            TrainingChild.train(cell, checkpoint, CheckpointInterval.HALF_A_MINUTE, steps);
            return true;
        } catch (InterruptedException e) {
            settle(interruption);
            int kept = Files.exists(checkpoint) ? CheckpointDigest.step(checkpoint) : 0;
            stepsLost += Math.max(0, steps.last - kept);
            return false;
        } finally {
            settle(interruption);
        }
    }

    /** Waits for one that is under way: the last it does is to close a file, which must not be the one that a test reads. */
    private void settle(Future<?> interruption) {
        interruption.cancel(false);
        CompletableFuture.runAsync(() -> {}, timer).join();
        Thread.interrupted();
    }

    /** Which step was told last. */
    private static class Steps extends Heard {

        int last;

        @Override
        public void begin(String task, long total, String unit) {
            last = TrainingChild.stepsBefore(task, total);
        }

        @Override
        public void advance(long units) {
            last++;
        }
    }
}
