package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.network.Cell;
import org.reelsense.network.Parameters;
import org.reelsense.network.Weights;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;

/** A loss that becomes NaN: the data hold a word that no review has until it is put into one, and its vector explodes. */
@Tag("fault")
class DivergedTrainingTest {

    private static final int POISON = Toy.VOCABULARY - 1;
    private static final TrainingSpec SPEC = Toy.spec(4, 0.01f, Toy.EVERYTHING, 4, 1);

    @TempDir
    Path folder;

    private Path checkpoint;
    private EncodedReviews train;
    private EncodedReviews dev;

    @BeforeEach
    void withoutTheWord() {
        checkpoint = folder.resolve("checkpoint.safetensors");
        train = without(Toy.reviews(90, 1));
        dev = without(Toy.reviews(40, 2));
    }

    private static EncodedReviews without(EncodedReviews reviews) {
        List<int[]> documents = new ArrayList<>();
        for (int[] document : reviews.documents()) {
            documents.add(Arrays.stream(document)
                    .map(id -> id == POISON ? POISON - 1 : id)
                    .toArray());
        }
        return new EncodedReviews(documents, reviews.positive());
    }

    @Test
    void train_nanInALaterEpoch_stopsAndKeepsTheBest() throws Exception {
        int tries = 0;
        int bestChanged = 0;
        for (Cell cell : List.of(Cell.LSTM, Cell.GRU, Cell.RNN)) {
            for (int epoch = 2; epoch <= 4; epoch++) {
                tries++;
                bestChanged += keepsTheBest(cell, epoch) ? 0 : 1;
                new Checkpoints(checkpoint).delete();
                withoutTheWord();
            }
        }
        new FaultRun(12, "loss-becomes-nan")
                .count("tries", tries)
                .count("bestOverwritten", bestChanged)
                .write();
        assertThat(bestChanged).isZero();
    }

    private boolean keepsTheBest(Cell cell, int epoch) throws Exception {
        List<byte[]> before = new ArrayList<>();
        Heard poisoning = new Heard() {
            @Override
            public void begin(String task, long total, String unit) {
                if (task.contains("epoch " + epoch + "/")) {
                    before.add(read(checkpoint));
                    train.documents().get(5)[0] = POISON;
                }
            }
        };
        DivergedException diverged = catchThrowableOfType(DivergedException.class, () -> train(cell, poisoning));
        assertThat(diverged).hasMessageContaining("training diverged").hasMessageContaining("lower the learning rate");
        Learned best = diverged.best().orElseThrow();
        assertThat(best.history()).hasSize(epoch - 1);
        Parameters kept =
                CheckpointFile.read(checkpoint).checkpoint(best.weights()).best();
        return Arrays.equals(before.get(0), read(checkpoint))
                && Arrays.equals(kept.dense(), best.weights().dense())
                && Arrays.equals(kept.embedding(), best.weights().embedding())
                && finite(kept.dense());
    }

    @Test
    void train_nanInTheFirstEpoch_hasNoBestAndNoCheckpoint() {
        train.documents().get(5)[0] = POISON;

        assertThatExceptionOfType(DivergedException.class)
                .isThrownBy(() -> train(Cell.LSTM, Progress.SILENT))
                .satisfies(diverged -> assertThat(diverged.best()).isEmpty());
        assertThat(checkpoint).doesNotExist();
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TrainedModel train(Cell cell, Progress progress) throws Exception {
        Weights initial = Toy.initial(cell, 1);
        int width = initial.spec().embeddingSize();
        for (int i = 0; i < width; i++) {
            initial.embedding()[POISON * width + i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        return new Trainer(SPEC, 2, progress).train("toy", initial, train, dev, checkpoint, "data");
    }
}
