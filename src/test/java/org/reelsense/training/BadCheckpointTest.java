package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.network.Cell;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** The newest checkpoint is damaged in some way: the one before is taken, and said to be. */
@Tag("fault")
class BadCheckpointTest {

    private static final Cell CELL = Cell.GRU;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_122);
    private Path newest;
    private Path previous;
    private byte[] wholeNewest;
    private byte[] wholePrevious;
    private String expected;

    /** What may have happened to a file since it was written. */
    enum Damage {
        TRUNCATED,
        BIT_FLIPPED,
        BLOCK_OF_ZEROS,
        EMPTY;

        private static final int BLOCK = 512;

        byte[] to(byte[] whole, Random random) {
            byte[] damaged = whole.clone();
            switch (this) {
                case TRUNCATED -> damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
                case BIT_FLIPPED -> damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                case BLOCK_OF_ZEROS -> {
                    int at = random.nextInt(whole.length - BLOCK);
                    Arrays.fill(damaged, at, at + BLOCK, (byte) 0);
                }
                case EMPTY -> damaged = new byte[0];
            }
            return damaged;
        }
    }

    /** Interrupted in the third epoch, so that both checkpoints are of the middle of one. */
    @BeforeEach
    void stopInTheMiddle() throws Exception {
        Path whole = folder.resolve("whole.safetensors");
        TrainingChild.train(CELL, whole, CheckpointInterval.HALF_A_MINUTE, Progress.SILENT);
        expected = digest(whole);
        newest = folder.resolve("newest.safetensors");
        previous = folder.resolve("newest.safetensors.previous");
        Heard stopping = new Heard() {
            private int steps;

            @Override
            public void advance(long units) {
                steps++;
                if (steps == 28) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> TrainingChild.train(CELL, newest, TrainingChild.INTERVAL, stopping));
        wholeNewest = Files.readAllBytes(newest);
        wholePrevious = Files.readAllBytes(previous);
    }

    @Test
    void train_interruptedWithinAnEpoch_checkpointIsOfThatStep() throws Exception {
        assertThat(CheckpointDigest.step(newest)).isEqualTo(28);
        assertThat(CheckpointDigest.step(previous)).isEqualTo(26);
        Heard heard = new Heard();

        TrainingChild.train(CELL, newest, TrainingChild.INTERVAL, heard);

        assertThat(heard.said.get(0)).isEqualTo("toy: goes on in epoch 3 after 8 batches, from " + newest);
        assertThat(digest(newest)).isEqualTo(expected);
    }

    @Test
    void train_newestDamaged_warnsAndGoesOnFromTheOneBefore() throws Exception {
        int tries = FaultRun.tries(12, 100);
        int told = 0;
        int same = 0;
        for (int i = 0; i < tries; i++) {
            Damage damage = Damage.values()[i % Damage.values().length];
            Files.write(newest, damage.to(wholeNewest, random));
            Files.write(previous, wholePrevious);
            Heard heard = new Heard();
            TrainingChild.train(CELL, newest, TrainingChild.INTERVAL, heard);
            told += heard.said.get(0).startsWith("warning: the checkpoint " + newest + " is damaged") ? 1 : 0;
            same += digest(newest).equals(expected) ? 1 : 0;
        }
        new FaultRun(12, "newest-checkpoint-damaged")
                .count("tries", tries)
                .count("fellBackWithAWarning", told)
                .count("sameBitsInTheEnd", same)
                .note("damage", Arrays.toString(Damage.values()))
                .write();
        assertThat(told).isEqualTo(tries);
        assertThat(same).isEqualTo(tries);
    }

    /** Killed between the two moves, only the one before is there: nothing is damaged. */
    @Test
    void train_newestMissing_goesOnFromTheOneBefore() throws Exception {
        Files.delete(newest);
        Heard heard = new Heard();

        TrainingChild.train(CELL, newest, TrainingChild.INTERVAL, heard);

        assertThat(heard.said.get(0)).startsWith("toy: goes on in epoch 3 after 6 batches");
        assertThat(digest(newest)).isEqualTo(expected);
    }

    /** The damaged one must not take the place of the last that is whole. */
    @Test
    void train_newestDamagedAndStoppedAgain_keepsOneThatIsWhole() throws Exception {
        Files.write(newest, Arrays.copyOf(wholeNewest, 100));
        Heard dying = new Heard() {
            private int steps;

            @Override
            public void advance(long units) {
                steps++;
                if (steps == 10) {
                    throw new UnsupportedOperationException("the power is cut");
                }
            }
        };
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> TrainingChild.train(CELL, newest, TrainingChild.INTERVAL, dying));

        assertThat(previous).hasBinaryContent(wholePrevious);
        assertThat(CheckpointDigest.step(newest)).isEqualTo(29);
    }

    @Test
    void train_bothDamaged_isRefusedWithARemedy() throws Exception {
        Files.write(newest, new byte[0]);
        Files.write(previous, new byte[7]);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TrainingChild.train(CELL, newest, TrainingChild.INTERVAL, Progress.SILENT))
                .withMessageStartingWith("the checkpoint " + newest + " and " + previous + " is damaged; delete it");
    }

    private String digest(Path checkpoint) throws Exception {
        return CheckpointDigest.of(checkpoint, folder.resolve("timeless"));
    }
}
