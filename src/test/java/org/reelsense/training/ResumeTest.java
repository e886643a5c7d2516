package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.ModelFile;
import org.reelsense.network.Cell;
import org.reelsense.network.Weights;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

class ResumeTest {

    private static final EncodedReviews TRAIN = Toy.reviews(90, 1);
    private static final EncodedReviews DEV = Toy.reviews(40, 2);
    private static final TrainingSpec SPEC = Toy.spec(4, 0.01f, Toy.EVERYTHING, 4, 1);

    @TempDir
    Path folder;

    private Path checkpoint;

    /** Does nothing unless told otherwise. */
    @BeforeEach
    void nameCheckpoint() {
        checkpoint = folder.resolve("deep/checkpoint.safetensors");
    }

    @Test
    void train_interruptedInTheThirdEpoch_goesOnAsIfItHadNotBeen() throws Exception {
        TrainedModel whole = uninterrupted(Cell.LSTM);
        Heard interrupting = interruptedInEpoch(3);

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> train(SPEC, Cell.LSTM, "data", interrupting));
        assertThat(interrupting.ended).isEqualTo(interrupting.begun.size());
        Heard resuming = new Heard();
        TrainedModel resumed = train(SPEC, Cell.LSTM, "data", resuming);

        assertThat(resuming.begun).hasSize(2);
        assertThat(resuming.said.get(0))
                .containsPattern("goes on (after epoch 2|in epoch 3)")
                .contains(checkpoint.toString());
        assertSame(resumed, whole);
        assertThat(epochsIn(checkpoint)).isEqualTo(4);
    }

    @Test
    void train_finishedBefore_redoesNothing() throws Exception {
        TrainedModel whole = train(SPEC, Cell.GRU, "data", Progress.SILENT);
        Heard again = new Heard();

        TrainedModel taken = train(SPEC, Cell.GRU, "data", again);

        assertThat(again.begun).isEmpty();
        assertThat(taken.history()).isEqualTo(whole.history());
        assertSame(taken, whole);
    }

    /** Dies between the epoch's end and its checkpoint: that epoch is made again. */
    @Test
    void train_diedBeforeTheCheckpoint_goesOnFromTheOneBefore() throws Exception {
        TrainedModel whole = uninterrupted(Cell.GRU);
        Heard dying = new Heard() {
            @Override
            public void say(String line) {
                if (line.contains("epoch 3/4")) {
                    throw new UnsupportedOperationException("the power is cut");
                }
            }
        };

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> train(SPEC, Cell.GRU, "data", dying));

        assertSame(train(SPEC, Cell.GRU, "data", Progress.SILENT), whole);
    }

    @Test
    void train_everyEpoch_leavesAWholeCheckpointAndNothingElse() throws Exception {
        List<Integer> epochs = new ArrayList<>();
        Heard reading = new Heard() {
            @Override
            public void begin(String task, long total, String unit) {
                epochs.add(epochsIn(checkpoint));
            }
        };

        train(SPEC, Cell.RNN, "data", reading);

        assertThat(epochs).containsExactly(0, 1, 2, 3);
        try (var left = Files.list(checkpoint.getParent())) {
            assertThat(left).containsExactlyInAnyOrder(checkpoint, previous());
        }
    }

    @Test
    void train_checkpointOfOtherSettings_isRefusedByName() throws Exception {
        stopAfterTwo(Cell.RNN);
        byte[] before = Files.readAllBytes(checkpoint);

        assertRefused(() -> train(SPEC.withSeed(2), Cell.RNN, "data", Progress.SILENT), "seed is 1 there and 2 here");
        assertRefused(() -> train(SPEC, Cell.GRU, "data", Progress.SILENT), "cell is rnn there and gru here");
        assertRefused(
                () -> train(SPEC, Cell.RNN, "other data", Progress.SILENT), "data is data there and other data here");
        assertThat(checkpoint).hasBinaryContent(before);
    }

    /** Such as word vectors trained in another way: the settings of the trainer are the same. */
    @Test
    void train_checkpointOfOtherInitialWeights_isRefusedByName() throws Exception {
        stopAfterTwo(Cell.RNN);
        Weights other = Toy.initial(Cell.RNN, 1);
        other.embedding()[0] += 1;

        assertRefused(() -> train(SPEC, other, "data", Progress.SILENT), "initial weights is ");
    }

    @Test
    void train_damagedCheckpoint_isRefusedWithARemedy() throws Exception {
        stopAfterTwo(Cell.RNN);
        Files.delete(previous());
        byte[] whole = Files.readAllBytes(checkpoint);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;

        for (byte[] damaged : List.of(flipped, Arrays.copyOf(whole, whole.length - 7), new byte[0])) {
            Files.write(checkpoint, damaged);
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> train(SPEC, Cell.RNN, "data", Progress.SILENT))
                    .withMessageContaining(checkpoint.toString())
                    .withMessageContaining("damaged; delete it");
        }
    }

    @Test
    void train_checkpointWithoutAPart_isRefusedWithARemedy() throws Exception {
        stopAfterTwo(Cell.RNN);
        Files.delete(previous());
        ModelFile content = ModelFile.read(checkpoint);
        var tensors = new TreeMap<>(content.tensors());
        tensors.remove("second.dense");
        var metadata = new TreeMap<>(content.metadata());
        metadata.remove("checksum");
        new ModelFile(metadata, tensors).write(checkpoint);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> train(SPEC, Cell.RNN, "data", Progress.SILENT))
                .withMessageContaining("second.dense is missing")
                .withMessageContaining("delete it");
    }

    private void assertRefused(ThrowingCallable training, String difference) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(training)
                .withMessageContaining(checkpoint.toString())
                .withMessageContaining("another training (" + difference);
    }

    private void stopAfterTwo(Cell cell) {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> train(SPEC, cell, "data", interruptedInEpoch(3)));
        assertThat(epochsIn(checkpoint)).isEqualTo(2);
    }

    private static Heard interruptedInEpoch(int epoch) {
        return new Heard() {
            @Override
            public void begin(String task, long total, String unit) {
                super.begin(task, total, unit);
                if (task.contains("epoch " + epoch + "/")) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private Path previous() {
        return checkpoint.resolveSibling(checkpoint.getFileName() + ".previous");
    }

    private TrainedModel uninterrupted(Cell cell) throws Exception {
        TrainedModel model = train(SPEC, cell, "data", Progress.SILENT);
        new Checkpoints(checkpoint).delete();
        return model;
    }

    private static int epochsIn(Path checkpoint) {
        if (!Files.exists(checkpoint)) {
            return 0;
        }
        try {
            String history = ModelFile.read(checkpoint).metadata().get("history");
            return history.isEmpty() ? 0 : history.split(";").length;
        } catch (IOException e) {
            throw new AssertionError("not whole: " + checkpoint, e);
        }
    }

    private TrainedModel train(TrainingSpec spec, Cell cell, String data, Progress progress)
            throws InterruptedException, IOException {
        return train(spec, Toy.initial(cell, 1), data, progress);
    }

    private TrainedModel train(TrainingSpec spec, Weights initial, String data, Progress progress)
            throws InterruptedException, IOException {
        return new Trainer(spec, 2, progress).train("toy", initial, TRAIN, DEV, checkpoint, data);
    }

    private static void assertSame(TrainedModel model, TrainedModel expected) {
        assertThat(model.weights().embedding()).isEqualTo(expected.weights().embedding());
        assertThat(model.weights().dense()).isEqualTo(expected.weights().dense());
        assertThat(model.history())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .isEqualTo(expected.history());
        assertThat(model.best().epoch()).isEqualTo(expected.best().epoch());
    }
}
