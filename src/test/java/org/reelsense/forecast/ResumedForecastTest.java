package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.Snapshots;
import org.reelsense.forecast.ForecastRecord.Settings;
import org.reelsense.model.ForecastModel;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Runs that are cut off and go on. */
class ResumedForecastTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> HORIZONS = List.of(1, 3);
    private static final List<Long> SEEDS = List.of(1L);
    private static final ForecastSpec SPEC = SmallForecast.spec("rnn,gru", HORIZONS, SEEDS);
    private static final SeriesSet SET = SmallForecast.set();
    private static final List<String> TRIALS = List.of("rnn-h1-1", "gru-h1-1", "rnn-h3-1", "gru-h3-1");

    /** All that a clock or the system says. */
    private static final List<String> TIMES =
            List.of("started", "trainSeconds", "secondsPerEpoch", "windowsPerSecond", "peakMemoryBytes");

    @TempDir
    static Path shared;

    private static ForecastFolder whole;
    private static Path cut;

    @TempDir
    Path path;

    private ForecastFolder folder;
    private RunFolder files;

    /** Interrupts its own thread at a step of a task. */
    private static final class Cut extends Heard {

        private final String task;
        private final int step;
        private int made;

        private Cut(String task, int step) {
            this.task = task;
            this.step = step;
        }

        @Override
        public void begin(String name, long total, String unit) {
            super.begin(name, total, unit);
            made = 0;
            interruptIfThere();
        }

        @Override
        public void advance(long units) {
            made++;
            interruptIfThere();
        }

        private void interruptIfThere() {
            if (begun.get(begun.size() - 1).equals(task) && made == step) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One whole, one cut off in the sixth of eight steps of the third of four trainings. */
    @BeforeAll
    static void runWholeAndCut() throws Exception {
        whole = new ForecastFolder(shared.resolve("whole"));
        cut = shared.resolve("cut");
        ForecastExperiment.run(SPEC, SET, whole, Progress.SILENT);
        cutOff(cut, "rnn-h3-1", 6);
    }

    private static void cutOff(Path path, String task, int step) {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, new ForecastFolder(path), new Cut(task, step)));
        assertThat(path.resolve("results.json")).doesNotExist();
    }

    @BeforeEach
    void copy() throws IOException {
        folder = new ForecastFolder(path.resolve("run"));
        files = new RunFolder(folder.path());
        try (Stream<Path> walk = Files.walk(cut)) {
            for (Path file : walk.toList()) {
                Files.copy(file, folder.path().resolve(cut.relativize(file).toString()));
            }
        }
    }

    private Heard goOn() throws Exception {
        return goOn(SPEC, SET, folder);
    }

    private static Heard goOn(ForecastSpec spec, SeriesSet set, ForecastFolder folder) throws Exception {
        Heard heard = new Heard();
        ForecastExperiment.run(spec, set, folder, heard);
        return heard;
    }

    /** The same record but for times, the same forecasts byte by byte, the same weights bit by bit, and nothing else. */
    private static void assertWhole(ForecastFolder run) throws IOException {
        assertThat(timeless(run)).isEqualTo(timeless(whole));
        for (String trial : TRIALS) {
            String forecasts = ForecastFolder.forecastsName(trial);
            assertThat(run.path().resolve(forecasts))
                    .hasSameBinaryContentAs(whole.path().resolve(forecasts));
            assertThat(weights(run, trial)).as(trial).containsExactly(weights(whole, trial));
        }
        assertThat(run.path().toFile().list())
                .containsExactlyInAnyOrder("results.json", "first-series.csv", "models", "forecasts");
        for (String kind : List.of("models", "forecasts")) {
            assertThat(run.path().resolve(kind).toFile().list())
                    .containsExactlyInAnyOrder(
                            whole.path().resolve(kind).toFile().list());
        }
    }

    private static float[] weights(ForecastFolder run, String trial) throws IOException {
        return ForecastModel.read(run.path().resolve(ForecastFolder.modelName(trial)))
                .weights()
                .dense();
    }

    private static String timeless(ForecastFolder run) throws IOException {
        JsonNode record = JSON.readTree(run.results().toFile());
        TIMES.forEach(field -> record.findParents(field).forEach(node -> ((ObjectNode) node).put(field, 0)));
        return record.toPrettyString();
    }

    /** What a folder is called says nothing of what is in it. */
    @Test
    void run_folderCalledLikeAModel_isARunLikeAnyOther() throws Exception {
        ForecastFolder named = new ForecastFolder(path.resolve("gru.safetensors.try"));

        ForecastExperiment.run(SmallForecast.spec("rnn", List.of(1), List.of(1L)), SET, named, Progress.SILENT);

        assertThat(named.results()).exists();
    }

    @Test
    void run_goneOnWithinATrial_redoesNothingAndGivesTheSame() throws Exception {
        Heard heard = goOn();

        assertThat(heard.begun).containsExactly("rnn-h3-1", "gru-h3-1");
        assertThat(heard.said.get(0)).startsWith("goes on with the run begun at 20");
        assertThat(heard.said.get(1))
                .isEqualTo("rnn-h3-1: goes on in epoch 2 after 2 batches, from " + files.checkpoint("rnn-h3-1"));
        assertWhole(folder);
    }

    /** Also before the first and after the last step of each training. */
    @ParameterizedTest
    @CsvSource({"rnn-h1-1, 0", "rnn-h1-1, 1", "rnn-h1-1, 4", "gru-h1-1, 0", "gru-h1-1, 7", "gru-h3-1, 0", "gru-h3-1, 8"
    })
    void run_cutOffElsewhere_goesOnToTheSame(String task, int step) throws Exception {
        ForecastFolder own = new ForecastFolder(path.resolve("own"));
        cutOff(own.path(), task, step);

        Heard heard = goOn(SPEC, SET, own);

        assertThat(heard.begun).first().isEqualTo(task);
        assertWhole(own);
    }

    /** A kill leaves the folder as it is; the moments are those at which something is reported. */
    @Test
    void run_killedAtAnyMoment_goesOnToTheSame() throws Exception {
        Snapshots moments = new Snapshots(path.resolve("killed"), path);
        ForecastExperiment.run(SPEC, SET, new ForecastFolder(moments.folder), moments);

        assertThat(moments.taken).hasSizeGreaterThan(7);
        for (Path moment : moments.taken) {
            goOn(SPEC, SET, new ForecastFolder(moment));
            assertWhole(new ForecastFolder(moment));
        }
    }

    @Test
    void run_goneOnWithFewerHorizonsAndMoreNetworks_trainsWhatIsMissing() throws Exception {
        Heard heard = goOn(SmallForecast.spec("lstm,gru", List.of(1), SEEDS), SET, folder);

        assertThat(heard.begun).containsExactly("lstm-h1-1");
        assertThat(files.checkpoint("rnn-h3-1"))
                .as("for when results.json is moved away")
                .exists();
        Files.delete(folder.results());
        assertThat(goOn().begun).containsExactly("gru-h1-1", "rnn-h3-1", "gru-h3-1");
    }

    static Stream<String> identityFields() {
        return Stream.of(
                "the data",
                "--scaling",
                "--season",
                "the settings",
                "the program's commit",
                "--threads",
                "the processor",
                "Java");
    }

    @ParameterizedTest
    @MethodSource("identityFields")
    void run_unfinishedRunOfSomethingElse_isRefusedByName(String field) throws IOException {
        Path identity = files.checkpoints().resolve("run.json");
        ObjectNode content = (ObjectNode) JSON.readTree(identity.toFile());
        String now = content.required("identity").required(field).textValue();
        ((ObjectNode) content.required("identity")).put(field, "other");
        JSON.writeValue(identity.toFile(), content);

        assertRefused(SPEC, SET, field + " was other and is now " + now);
    }

    @Test
    void run_goneOnAskedForSomethingElse_isRefusedByName() {
        Settings longer = new Settings(4, 3, 16, 0.01);

        assertRefused(SPEC, SmallForecast.set(2), "the data was small");
        assertRefused(with(Scaling.TRAIN, 7, SmallForecast.SETTINGS, 1), SET, "--scaling was all and is now train");
        assertRefused(with(Scaling.ALL, 5, SmallForecast.SETTINGS, 1), SET, "--season was 7 and is now 5");
        assertRefused(with(Scaling.ALL, 7, longer, 1), SET, "the settings was Settings[hidden=4, epochs=2");
        assertRefused(with(Scaling.ALL, 7, SmallForecast.SETTINGS, 2), SET, "--threads was 1 and is now 2");
    }

    private static ForecastSpec with(Scaling scaling, int season, Settings settings, int threads) {
        return SmallForecast.spec("rnn,gru", HORIZONS, SEEDS, scaling, season, settings, threads);
    }

    private void assertRefused(ForecastSpec spec, SeriesSet set, String difference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastExperiment.run(spec, set, folder, Progress.SILENT))
                .withMessageContaining(
                        "out: " + folder.path() + " holds an unfinished run of something else (" + difference)
                .withMessageContaining("start it as it was, or choose another folder");
        assertThat(files.checkpoint("rnn-h3-1")).exists();
    }

    /** No trial is finished yet, and the checkpoint knows nothing of seasons, threads or commits. */
    @Test
    void run_cutOffInTheFirstTraining_isRefusedByNameToo() throws Exception {
        cutOff(path.resolve("own"), "rnn-h1-1", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastExperiment.run(
                        with(Scaling.ALL, 5, SmallForecast.SETTINGS, 1),
                        SET,
                        new ForecastFolder(path.resolve("own")),
                        Progress.SILENT))
                .withMessageContaining("--season was 7 and is now 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/gru-h1-1.safetensors", "forecasts/gru-h1-1.csv"})
    void run_fileOfAFinishedTrialDamagedOrMissing_isTrainedAgain(String name) throws Exception {
        Path file = folder.path().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(Files.deleteIfExists(folder.path().resolve("models/rnn-h1-1.safetensors")))
                .isTrue();

        Heard heard = goOn();

        assertThat(heard.said)
                .contains(
                        "rnn-h1-1 is trained again: models/rnn-h1-1.safetensors is missing or damaged",
                        "gru-h1-1 is trained again: " + name + " is missing or damaged");
        assertThat(heard.begun).isEqualTo(TRIALS);
        assertWhole(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[", "{\"schema\": 2}", "{\"schema\": 1, \"kind\": \"forecast-trial\"}"})
    void run_whatWasKeptOfATrialDamaged_isTrainedAgain(String content) throws Exception {
        Path kept = files.checkpoints().resolve("gru-h1-1.json");
        Files.writeString(kept, content);

        Heard heard = goOn();

        assertThat(heard.said).anyMatch(line -> line.startsWith("gru-h1-1 is trained again (" + kept));
        assertWhole(folder);
    }

    /** As somebody would have it who copies files about. */
    @Test
    void run_whatWasKeptOfAnotherTrial_isNotBelieved() throws Exception {
        Path kept = files.checkpoints().resolve("gru-h3-1.json");
        Files.copy(files.checkpoints().resolve("gru-h1-1.json"), kept);

        assertThat(goOn().said).contains("gru-h3-1 is trained again: " + kept + " is of another trial");
        assertWhole(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"kind\": \"forecast\"}", "{\"schema\": 1, \"kind\": \"forecast\"}"})
    void run_identityDamaged_isRefusedWithARemedy(String content) throws IOException {
        Path identity = files.checkpoints().resolve("run.json");
        Files.writeString(identity, content);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, folder, Progress.SILENT))
                .withMessageContaining(identity + " is damaged")
                .withMessageContaining("delete it to start from the beginning, or choose another folder");
    }

    @Test
    void run_trialsWithoutTheirIdentity_areRefused() throws IOException {
        Files.delete(files.checkpoints().resolve("run.json"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, folder, Progress.SILENT))
                .withMessageContaining("holds gru-h1-1.json but no run.json that says of what run it is; delete "
                        + files.checkpoints());
    }

    /** Its folder looks much the same. */
    @Test
    void run_unfinishedExperiment_isRefused() throws IOException {
        Files.writeString(files.checkpoints().resolve("run.json"), "{\"dataset\": {}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, folder, Progress.SILENT))
                .withMessage("out: " + folder.path() + " holds an unfinished run of something else"
                        + " (`reelsense experiment`); start it as it was, or choose another folder");
    }

    /** What a kill in the middle of a write leaves. */
    @Test
    void run_halfFiles_areRemoved() throws Exception {
        String half = ".gru-h1-1.csv-0123456789abcdef.reelsense";
        List<Path> places = List.of(
                folder.path(),
                files.checkpoints(),
                folder.path().resolve("models"),
                folder.path().resolve("forecasts"));
        for (Path place : places) {
            Files.writeString(place.resolve(half), "half");
        }

        goOn();

        assertWhole(folder);
    }

    /** The training is whole; what it came to can be made again from its checkpoint or anew. */
    @Test
    void run_modelCannotBeWritten_goesOnToTheSame() throws Exception {
        ForecastFolder full = new ForecastFolder(path.resolve("full"));
        Files.createDirectories(full.path());
        Files.writeString(full.path().resolve("models"), "in the way");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, full, Progress.SILENT))
                .withMessageContaining("cannot write to " + full.path().resolve("models"));
        Files.delete(full.path().resolve("models"));

        goOn(SPEC, SET, full);

        assertWhole(full);
    }
}
