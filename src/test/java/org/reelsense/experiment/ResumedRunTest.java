package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Runs that are cut off and go on. */
class ResumedRunTest {

    private static final List<Long> SEEDS = List.of(1L, 2L);
    private static final ExperimentSpec SPEC = SampleRun.spec("nbsvm,rnn,gru", SEEDS, SampleRun.SETTINGS, 2);

    @TempDir
    static Path data;

    @TempDir
    static Path whole;

    private static Corpus corpus;
    private static RunRecord uninterrupted;

    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeAll
    static void runWhole() throws Exception {
        corpus = SampleRun.sample();
        uninterrupted = Experiment.run(SPEC, corpus, data, new RunFolder(whole), Progress.SILENT);
    }

    /** Cut off in the second epoch of the fifth of six trials. */
    @BeforeEach
    void cutOff() throws IOException {
        folder = new RunFolder(path.resolve("run"));
        Watch watch = new Watch("rnn epoch 2/", 2);
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Experiment.run(SPEC, corpus, data, folder, watch));
        assertThat(folder.results()).doesNotExist();
    }

    @Test
    void run_goneOn_redoesNothingAndGivesTheSame() throws Exception {
        Watch watch = new Watch("", 0);

        RunRecord resumed = Experiment.run(SPEC, corpus, data, folder, watch);

        assertThat(watch.begun)
                .filteredOn(task -> task.contains("epoch"))
                .containsExactly("rnn epoch 2/2", "gru epoch 1/2", "gru epoch 2/2");
        assertThat(watch.said)
                .contains(
                        "nbsvm, seed 1: finished before",
                        "rnn, seed 1: finished before",
                        "gru, seed 1: finished before",
                        "nbsvm, seed 2: finished before");
        assertThat(resumed.models())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        "trainSeconds",
                        "secondsPerEpoch",
                        "trainReviewsPerSecond",
                        "scoreReviewsPerSecond",
                        "peakMemoryBytes",
                        "history.seconds")
                .isEqualTo(uninterrupted.models());
        for (RunRecord.Model model : resumed.models()) {
            String name = "predictions/" + model.name() + "-" + model.seed() + ".csv";
            assertThat(folder.path().resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
        }
        assertThat(folder.checkpoints()).doesNotExist();
    }

    @Test
    void run_goneOnWithFewerSeeds_keepsWhatTheOthersHad() throws Exception {
        ExperimentSpec fewer = SampleRun.spec("nbsvm,rnn,gru", List.of(1L), SampleRun.SETTINGS, 2);

        RunRecord resumed = Experiment.run(fewer, corpus, data, folder, Progress.SILENT);

        assertThat(resumed.models()).extracting(RunRecord.Model::seed).containsOnly(1L);
        assertThat(folder.checkpoint("rnn-2")).exists();
    }

    @Test
    void run_goneOnWithOtherSettings_isRefusedByName() {
        Settings other = SampleRun.settings(new EmbeddingSpec(SampleRun.DIMENSION, 3, 2, 1, 0, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Experiment.run(SampleRun.spec("rnn", SEEDS, other, 2), corpus, data, folder, Progress.SILENT))
                .withMessageContaining("out: " + folder.path() + " holds an unfinished run of something else")
                .withMessageContaining("the settings");
    }

    @Test
    void run_goneOnWithOtherDataOrThreads_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.run(SPEC, corpus.limitedTo(60), data, folder, Progress.SILENT))
                .withMessageContaining("the data was Dataset[name=sample");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.run(
                        SampleRun.spec("rnn", SEEDS, SampleRun.SETTINGS, 1), corpus, data, folder, Progress.SILENT))
                .withMessageContaining("--threads was 2 and is now 1");
    }

    @Test
    void run_finishedModelMissing_trainsItAgainAndSaysSo() throws Exception {
        Files.delete(folder.path().resolve("models/rnn-1.safetensors"));
        Watch watch = new Watch("", 0);

        RunRecord resumed = Experiment.run(SPEC, corpus, data, folder, watch);

        assertThat(watch.said).contains("models/rnn-1.safetensors is missing or damaged: rnn, seed 1 is trained again");
        assertThat(watch.begun).contains("rnn epoch 1/2");
        assertThat(folder.path().resolve("models/rnn-1.safetensors")).exists();
        assertThat(resumed.models().get(1).testAccuracy())
                .isEqualTo(uninterrupted.models().get(1).testAccuracy());
    }

    @Test
    void run_finishedTrialDamaged_trainsItAgainAndSaysSo() throws Exception {
        Path finished = folder.checkpoints().resolve("gru-1.finished.safetensors");
        byte[] bytes = Files.readAllBytes(finished);
        bytes[bytes.length - 3] ^= 1;
        Files.write(finished, bytes);
        Watch watch = new Watch("", 0);

        Experiment.run(SPEC, corpus, data, folder, watch);

        assertThat(watch.said)
                .anyMatch(line -> line.contains("gru-1.finished.safetensors is damaged")
                        && line.contains("gru, seed 1 is trained again"));
    }

    /** As on a disk that is full when the model is to be written. */
    @Test
    void run_modelCannotBeWritten_losesNoTraining(@TempDir Path other) throws Exception {
        ExperimentSpec spec = SampleRun.spec("gru", List.of(1L), SampleRun.SETTINGS, 2);
        RunFolder full = new RunFolder(other.resolve("run"));
        Path models = full.path().resolve("models");
        Files.createDirectories(full.path());
        Files.writeString(models, "in the way");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Experiment.run(spec, corpus, data, full, Progress.SILENT))
                .withMessageContaining("cannot write to " + models);
        Files.delete(models);
        Watch watch = new Watch("", 0);

        RunRecord resumed = Experiment.run(spec, corpus, data, full, watch);

        assertThat(watch.begun).isNotEmpty().noneMatch(task -> task.contains("epoch"));
        assertThat(resumed.models().get(0).testLogLoss())
                .isEqualTo(uninterrupted.models().get(2).testLogLoss());
    }

    @Test
    void run_predictionsOfAFinishedTrialChanged_areWrittenAnew() throws Exception {
        Path predictions = folder.predictions("gru-1");
        Files.createDirectories(predictions.getParent());
        Files.writeString(predictions, "review,label,probability\nchanged,1,0.5\n");

        Experiment.run(SPEC, corpus, data, folder, Progress.SILENT);

        assertThat(predictions).hasSameBinaryContentAs(whole.resolve("predictions/gru-1.csv"));
    }

    @Test
    void run_identityDamaged_isRefused() throws IOException {
        Path identity = folder.checkpoints().resolve("run.json");
        Files.writeString(identity, "{");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Experiment.run(SPEC, corpus, data, folder, Progress.SILENT))
                .withMessageContaining(identity + " is damaged");
    }

    /** Interrupts its own thread when a task of that name begins for the n-th time. */
    private static final class Watch extends Heard {

        private final String at;
        private final int time;

        private Watch(String at, int time) {
            this.at = at;
            this.time = time;
        }

        @Override
        public void begin(String task, long total, String unit) {
            super.begin(task, total, unit);
            if (time > 0 && begun.stream().filter(one -> one.contains(at)).count() == time) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
