package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.model.ModelFile;
import org.reelsense.network.Gradients;
import org.reelsense.network.Parameters;
import org.reelsense.network.Regularisation;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** The trainer knows nothing of texts: it learns a plane just as well, keeps it and goes on with it. */
class ObjectiveTest {

    private static final LineObjective SILENT = new LineObjective(true);
    private static final int EPOCHS = 4;

    @TempDir
    Path folder;

    private Path checkpoint;

    @BeforeEach
    void nameCheckpoint() {
        checkpoint = folder.resolve("plane.safetensors");
    }

    private static TrainingSpec spec(int epochs, float rate) {
        return new TrainingSpec(
                epochs, LineObjective.BATCH, 3, AdamSpec.keras(rate), 1e6f, 0, Regularisation.NONE, epochs, 1);
    }

    private Learned train(LineObjective objective, CheckpointInterval interval, int threads, Progress progress)
            throws Exception {
        return new Trainer(spec(EPOCHS, 0.05f), threads, progress, interval)
                .train("plane", objective, LineObjective.flat(), checkpoint, "points");
    }

    private Learned train(Progress progress) throws Exception {
        return train(SILENT, CheckpointInterval.TEN_SECONDS, 1, progress);
    }

    /** Interrupts its own thread after so many steps. */
    private static Heard interruptedAfter(int steps) {
        return new Heard() {
            private int made;

            @Override
            public void advance(long units) {
                if (++made == steps) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    @Test
    void train_planeAtAConstantRate_isFound() throws Exception {
        Learned learned = new Trainer(spec(300, 0.05f), 2, Progress.SILENT, CheckpointInterval.TEN_SECONDS)
                .train("plane", SILENT, LineObjective.flat(), checkpoint, "points");

        float[] weights = learned.weights().dense();
        for (int i = 0; i < LineObjective.SLOPES.length; i++) {
            assertThat(weights[i]).isCloseTo(LineObjective.SLOPES[i], within(2e-3f));
        }
        assertThat(weights[LineObjective.SLOPES.length]).isCloseTo(LineObjective.CONSTANT, within(2e-3f));
        assertThat(learned.history().get(299).trainLoss()).isLessThan(1e-5);
        assertThat(learned.history().get(0).trainLoss()).isGreaterThan(0.1);
    }

    /** Adam's first step is the rate itself, against the gradient's sign; a constant rate is all there from the start. */
    @Test
    void train_firstStepAtAConstantRate_isAsLongAsTheRate() throws Exception {
        List<float[]> seen = new ArrayList<>();
        LineObjective watching = new LineObjective(true) {
            @Override
            public Plane open(Parameters weights) {
                seen.add(weights.dense());
                return super.open(weights);
            }
        };
        float[][] after = new float[1][];
        Heard first = new Heard() {
            @Override
            public void advance(long units) {
                after[0] = after[0] == null ? seen.get(0).clone() : after[0];
            }
        };

        train(watching, CheckpointInterval.TEN_SECONDS, 1, first);

        for (float weight : after[0]) {
            assertThat(Math.abs(weight)).isCloseTo(0.05f, within(1e-5f));
        }
    }

    /** Shown by one that runs away: its loss grows, and its last weights are kept all the same. */
    @Test
    void train_noDevSet_keepsTheLastEpoch() throws Exception {
        LineObjective upwards = new LineObjective(true) {
            @Override
            public double train(Plane network, int[] examples, int batchSize, long seed, Gradients gradients) {
                return super.train(network, examples, -batchSize, seed, gradients);
            }
        };

        Learned learned = train(upwards, CheckpointInterval.ofSteps(1), 1, Progress.SILENT);

        assertThat(learned.history())
                .hasSize(EPOCHS)
                .allMatch(epoch -> epoch.dev().isEmpty());
        assertThat(learned.history())
                .extracting(EpochRecord::trainLoss)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(learned.best()).isEqualTo(learned.history().get(EPOCHS - 1));
        assertThat(learned.weights().dense()).containsExactly(newestWeights());
    }

    private float[] newestWeights() throws Exception {
        return ModelFile.read(checkpoint).tensors().get("weights.dense").floats();
    }

    @Test
    void train_devSet_keepsTheBestEpoch() throws Exception {
        LineObjective judged = new LineObjective(true) {
            private int epoch;

            @Override
            public Optional<DevScores> judge(Parameters weights) {
                epoch++;
                return Optional.of(new DevScores(epoch == 2 ? 0.9 : 0.5, 1));
            }
        };

        Learned learned = train(judged, CheckpointInterval.TEN_SECONDS, 1, Progress.SILENT);

        assertThat(learned.best().epoch()).isEqualTo(2);
        assertThat(learned.weights().dense())
                .isNotEqualTo(train(Progress.SILENT).weights().dense());
    }

    /** Says what is begun in full, and adds up what is done. */
    private static final class Counted extends Heard {

        private long done;

        @Override
        public void begin(String task, long total, String unit) {
            super.begin(task + " of " + total + " " + unit, total, unit);
        }

        @Override
        public void advance(long units) {
            done += units;
        }
    }

    @Test
    void train_silentObjective_isOneTaskWithoutLines() throws Exception {
        Counted heard = new Counted();

        train(heard);

        assertThat(heard.begun).containsExactly("plane of " + EPOCHS * LineObjective.POINTS + " points");
        assertThat(heard.ended).isEqualTo(1);
        assertThat(heard.said).isEmpty();
        assertThat(heard.done).isEqualTo(EPOCHS * LineObjective.POINTS);
    }

    /** One epoch and two batches of the next are done. */
    @Test
    void train_silentObjectiveGoneOn_isATaskOfWhatIsLeft() throws Exception {
        int left = (EPOCHS - 1) * LineObjective.POINTS - 2 * LineObjective.BATCH;
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> train(interruptedAfter(6)));
        Counted heard = new Counted();

        train(heard);

        assertThat(heard.begun).containsExactly("plane of " + left + " points");
        assertThat(heard.done).isEqualTo(left);
    }

    @Test
    void train_objectiveThatSpeaks_isATaskAndALineAnEpoch() throws Exception {
        Heard heard = new Heard();

        train(new LineObjective(false), CheckpointInterval.TEN_SECONDS, 1, heard);

        assertThat(heard.begun).hasSize(EPOCHS).first().isEqualTo("plane epoch 1/4");
        assertThat(heard.said).containsExactly("epoch 1", "epoch 2", "epoch 3", "epoch 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void train_moreThreads_givesTheSameBits(int threads) throws Exception {
        Learned one = train(Progress.SILENT);
        Learned more = train(SILENT, CheckpointInterval.TEN_SECONDS, threads, Progress.SILENT);

        assertSame(more, one);
    }

    private static void assertSame(Learned learned, Learned expected) {
        assertThat(learned.weights().dense()).containsExactly(expected.weights().dense());
        assertThat(learned.history())
                .extracting(EpochRecord::trainLoss)
                .isEqualTo(
                        expected.history().stream().map(EpochRecord::trainLoss).toList());
    }

    /** Far less than ten seconds: epochs alone are no reason to write. */
    @Test
    void train_tenSecondsNotOver_writesNoCheckpoint() throws Exception {
        train(Progress.SILENT);

        assertThat(folder).isEmptyDirectory();
    }

    /** Four steps an epoch, a checkpoint every five, counted on over the ends of epochs. */
    @Test
    void train_intervalAcrossEpochs_writesWhenItIsOver() throws Exception {
        TreeSet<Integer> written = new TreeSet<>();
        Heard reading = new Heard() {
            @Override
            public void advance(long units) {
                try {
                    if (Files.exists(checkpoint)) {
                        written.add(CheckpointDigest.step(checkpoint));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };

        train(SILENT, new CheckpointInterval(5, Double.POSITIVE_INFINITY, false), 1, reading);

        assertThat(written).containsExactly(5, 10, 15);
    }

    /** After any step, the last of an epoch and of all included. */
    @Test
    void train_interruptedAfterAnyStep_goesOnToTheSameBits() throws Exception {
        Learned whole = train(Progress.SILENT);
        int all = EPOCHS * LineObjective.BATCHES;
        for (int steps = 1; steps <= all; steps++) {
            Heard cut = interruptedAfter(steps);
            Learned resumed = resumed(cut);

            assertThat(cut.ended).isEqualTo(cut.begun.size());
            assertSame(resumed, whole);
            new Checkpoints(checkpoint).delete();
        }
    }

    /** The last step may be told before the interruption is seen: then the training is done. */
    private Learned resumed(Heard cut) throws Exception {
        try {
            Learned whole = train(cut);
            Thread.interrupted();
            return whole;
        } catch (InterruptedException e) {
            Heard heard = new Heard();
            Learned resumed = train(heard);
            assertThat(heard.said).singleElement().asString().startsWith("plane: goes on ");
            return resumed;
        }
    }

    /** Another thread count is no other training. */
    @Test
    void train_goneOnWithMoreThreads_sameBits() throws Exception {
        Learned whole = train(Progress.SILENT);
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> train(interruptedAfter(6)));

        assertSame(train(SILENT, CheckpointInterval.TEN_SECONDS, 4, Progress.SILENT), whole);
    }

    @Test
    void train_checkpointOfAnotherObjective_isRefusedByName() {
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> train(interruptedAfter(6)));
        LineObjective other = new LineObjective(true) {
            @Override
            public Map<String, String> identity() {
                return Map.of("slopes", "7");
            }
        };

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> train(other, CheckpointInterval.TEN_SECONDS, 1, Progress.SILENT))
                .withMessageContaining("is the checkpoint of another training (slopes is 3 there and 7 here)");
    }
}
