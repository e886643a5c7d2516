package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.ChildJava;
import org.reelsense.fault.FaultRun;
import org.reelsense.network.Cell;
import org.reelsense.progress.Progress;

/**
 * Trainings killed (SIGKILL) after any step, some of them twice, go on to what they would have come to. Every other one
 * stands still at its step; the rest run on from a step after which a checkpoint is due, so that the kill may fall into
 * its writing.
 * What they are compared with made no checkpoint within an epoch at all.
 */
@Tag("fault")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGKILL and no env")
class KilledTrainingTest {

    private static final List<Cell> CELLS = List.of(Cell.LSTM, Cell.GRU, Cell.RNN);
    private static final int INTERVAL = (int) TrainingChild.INTERVAL.steps();

    /** About as long as a step and a checkpoint of the toy take. */
    private static final int LONGEST_WAIT_MICROSECONDS = 4_000;

    @TempDir
    Path folder;

    private final Map<Cell, String> uninterrupted = new EnumMap<>(Cell.class);
    private final Random random = new Random(20_261_122);
    private int kills;
    private int withinEpochs;
    private int inTheWriting;
    private int mostStepsLost;
    private int lost;

    @Test
    void train_killedAtRandomSteps_goesOnToTheSameBits() throws Exception {
        int tries = FaultRun.tries(3, 50);
        for (int i = 0; i < tries; i++) {
            Cell cell = CELLS.get(i % CELLS.size());
            Path checkpoint = folder.resolve(i + "/checkpoint.safetensors");
            boolean standing = i % 2 == 0;
            int step = 1 + random.nextInt(TrainingChild.STEPS - 2);
            kill(cell, checkpoint, standing ? step : (step + INTERVAL - 1) / INTERVAL * INTERVAL, standing);
            if (i % 3 == 2) {
                kill(cell, checkpoint, TrainingChild.STEPS - 1 - random.nextInt(2), true);
            }
            TrainingChild.train(cell, checkpoint, TrainingChild.INTERVAL, Progress.SILENT);
            lost += CheckpointDigest.of(checkpoint, folder.resolve("timeless")).equals(expected(cell)) ? 0 : 1;
        }
        new FaultRun(11, "kill-training-at-random-steps")
                .count("tries", tries)
                .count("kills", kills)
                .count("killedWithinAnEpoch", withinEpochs)
                .count("killedWhileACheckpointWasWritten", inTheWriting)
                .count("otherBits", lost)
                .count("checkpointIntervalSteps", INTERVAL)
                .count("mostStepsLost", mostStepsLost)
                .note("compared", "weights, moments, averages, best weights, losses, accuracies, by SHA-256")
                .write();
        assertThat(lost).isZero();
        assertThat(mostStepsLost).isLessThanOrEqualTo(INTERVAL);
    }

    private void kill(Cell cell, Path checkpoint, int step, boolean standing) throws Exception {
        String at = Integer.toString(step);
        Process child = new ChildJava(TrainingChild.class)
                .command(folder.resolve("errors"), cell.id(), checkpoint.toString(), standing ? at : "0")
                .start();
        int last = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null && !line.equals("done"); line = out.readLine()) {
                last = Integer.parseInt(line);
                if (last == step) {
                    TimeUnit.MICROSECONDS.sleep(standing ? 0 : random.nextInt(LONGEST_WAIT_MICROSECONDS));
                    child.toHandle().destroyForcibly(); // which does not close the stream that is read
                }
            }
        }
        int code = child.waitFor();
        assertThat(code).as(Files.readString(folder.resolve("errors"))).isEqualTo(137);
        assertThat(last).isGreaterThanOrEqualTo(step);
        count(checkpoint, last);
    }

    private void count(Path checkpoint, int last) throws IOException {
        kills++;
        withinEpochs += last % TrainingChild.STEPS_AN_EPOCH == 0 ? 0 : 1;
        List<String> left = List.of();
        if (Files.isDirectory(checkpoint.getParent())) {
            left = List.of(checkpoint.getParent().toFile().list());
        }
        inTheWriting += left.stream().anyMatch(name -> name.startsWith(".")) ? 1 : 0;
        Path previous = checkpoint.resolveSibling(checkpoint.getFileName() + ".previous");
        int saved = Files.exists(checkpoint)
                ? CheckpointDigest.step(checkpoint)
                : Files.exists(previous) ? CheckpointDigest.step(previous) : 0;
        mostStepsLost = Math.max(mostStepsLost, last - saved);
    }

    private String expected(Cell cell) throws Exception {
        String known = uninterrupted.get(cell);
        if (known == null) {
            Path checkpoint = folder.resolve(cell.id() + ".safetensors");
            TrainingChild.train(cell, checkpoint, CheckpointInterval.HALF_A_MINUTE, Progress.SILENT);
            known = CheckpointDigest.of(checkpoint, folder.resolve("timeless"));
            uninterrupted.put(cell, known);
        }
        return known;
    }
}
