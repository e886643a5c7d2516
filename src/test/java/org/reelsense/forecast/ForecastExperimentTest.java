package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunLock;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.Provenance;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.Normalisation;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/** One run over a small set, looked at from all sides. */
class ForecastExperimentTest {

    private static final List<Integer> HORIZONS = List.of(3, 1);
    private static final ForecastSpec SPEC = SmallForecast.spec("gru,lstm", HORIZONS, List.of(2L, 1L));
    private static final SeriesSet SET = SmallForecast.set();

    @TempDir
    static Path out;

    @TempDir
    Path path;

    private static final Heard HEARD = new Heard();
    private static ForecastFolder folder;
    private static ForecastRecord record;

    /** A row of a file of forecasts, read without a line of the program's. */
    private record Row(int series, int window, int step, double[] figures) {

        double scaledError() {
            return figures[3] - figures[2];
        }

        static List<Row> read(Path file) throws IOException {
            return Files.readAllLines(file).stream().skip(1).map(Row::parse).toList();
        }

        private static Row parse(String line) {
            String[] fields = line.split(",", -1);
            assertThat(fields).hasSize(7);
            return new Row(
                    Integer.parseInt(fields[0]),
                    Integer.parseInt(fields[1]),
                    Integer.parseInt(fields[2]),
                    Stream.of(fields).skip(3).mapToDouble(Double::parseDouble).toArray());
        }
    }

    @BeforeAll
    static void run() throws Exception {
        folder = new ForecastFolder(out.resolve("run"));
        record = ForecastExperiment.run(SPEC, SET, folder, HEARD);
    }

    private static ForecastFolder runIn(Path path, ForecastSpec spec) throws Exception {
        ForecastFolder own = new ForecastFolder(path.resolve("run"));
        ForecastExperiment.run(spec, SET, own, Progress.SILENT);
        return own;
    }

    @Test
    void folder_finished_holdsEveryFileAndNothingElse() throws IOException {
        List<String> expected = new ArrayList<>(List.of("results.json", "first-series.csv"));
        for (int horizon : HORIZONS) {
            for (String network : List.of("gru", "lstm")) {
                for (int seed : List.of(1, 2)) {
                    expected.add("models/" + network + "-h" + horizon + "-" + seed + ".safetensors");
                    expected.add("forecasts/" + network + "-h" + horizon + "-" + seed + ".csv");
                }
            }
            for (String baseline : List.of("persistence", "seasonal", "ridge", "linear")) {
                expected.add("forecasts/" + baseline + "-h" + horizon + ".csv");
            }
        }

        assertThat(files(folder.path()).keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(folder.path()).isDirectoryNotContaining("glob:**checkpoints");
        assertThat(folder.readFirstSeries()).containsExactly(SET.series().get(0));
        assertThat(folder.read()).isEqualTo(record);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Checksum.sha256(file));
            }
        }
        return files;
    }

    @Test
    void record_circumstances_areThoseOfTheRun() {
        assertThat(record.series())
                .isEqualTo(new ForecastRecord.Series("small", SET.sha256(), 3, SmallForecast.LENGTH));
        assertThat(record.scaling()).isEqualTo("all");
        assertThat(record.window()).isEqualTo(60);
        assertThat(record.testLength()).isEqualTo(251);
        assertThat(record.season()).isEqualTo(7);
        assertThat(record.settings()).isEqualTo(SmallForecast.SETTINGS);
        assertThat(record.command()).isEqualTo(SmallForecast.COMMAND);
        assertThat(record.machine().threads()).isEqualTo(1);
        assertThat(record.machine().engine()).startsWith("oneDNN 3.");
        assertThat(Instant.parse(record.started())).isBefore(Instant.now());
        assertThat(record.horizons()).containsExactly(1, 3);
    }

    /** In the order that was asked for. */
    @Test
    void record_models_areThoseAskedForAndTheBaselines() {
        assertThat(record.models())
                .extracting(model -> ForecastFolder.trial(model.name(), model.horizon(), model.seed()))
                .containsExactly(
                        "persistence-h3",
                        "seasonal-h3",
                        "ridge-h3",
                        "linear-h3",
                        "gru-h3-2",
                        "gru-h3-1",
                        "lstm-h3-2",
                        "lstm-h3-1",
                        "persistence-h1",
                        "seasonal-h1",
                        "ridge-h1",
                        "linear-h1",
                        "gru-h1-2",
                        "gru-h1-1",
                        "lstm-h1-2",
                        "lstm-h1-1");
        for (Model model : record.models()) {
            assertThat(model.parameters()).as(model.name()).isEqualTo(parameters(model));
            assertThat(model.trainSeconds()).isNotNegative();
        }
    }

    /** G H (1 + H + 1), of the GRU with a second bias; then F (H + 1). Of ridge 60 slopes and a constant a step. */
    private static long parameters(Model model) {
        int horizon = model.horizon();
        return switch (model.name()) {
            case "lstm" -> 4 * 4 * (1 + 4 + 1) + horizon * (4 + 1);
            case "gru" -> 3 * 4 * (1 + 4 + 2) + horizon * (4 + 1);
            case "ridge" -> 61L * horizon;
            case "linear" -> 60L * horizon;
            default -> 0;
        };
    }

    @Test
    void record_training_fitsTogether() {
        for (Model model : record.models()) {
            ForecastRecord.Training training = model.training();
            if (training == null) {
                assertThat(model.kind()).isEqualTo("baseline");
                continue;
            }
            assertThat(training.epochs()).isEqualTo(2);
            assertThat(training.losses()).hasSize(2).allMatch(loss -> loss > 0);
            assertThat(training.secondsPerEpoch()).isCloseTo(model.trainSeconds() / 2, within(1e-9));
            assertThat(training.windowsPerSecond() * model.trainSeconds())
                    .isCloseTo(2 * SmallForecast.TRAIN_WINDOWS, within(1e-6));
        }
    }

    @Test
    void record_scores_followFromTheForecasts() throws IOException {
        for (Model model : record.models()) {
            List<Row> rows = Row.read(folder.path().resolve(model.forecasts()));
            assertThat(rows).hasSize(3 * (251 - model.horizon() + 1) * model.horizon());
            for (int series = 0; series < 3; series++) {
                int number = series;
                List<Row> own =
                        rows.stream().filter(row -> row.series == number).toList();
                assertThat(model.rmse().series().get(series)).isCloseTo(rmse(own), within(1e-12));
                assertThat(model.directionalAccuracy().series().get(series))
                        .isCloseTo(directionalAccuracy(own, model.horizon()), within(1e-12));
            }
        }
    }

    private static double rmse(List<Row> rows) {
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> row.scaledError() * row.scaledError())
                .average()
                .orElseThrow());
    }

    /** A window's rows follow each other, so the same step of the next window is so many rows on. */
    private static double directionalAccuracy(List<Row> rows, int horizon) {
        int right = 0;
        for (int i = horizon; i < rows.size(); i++) {
            double[] now = rows.get(i).figures;
            double[] before = rows.get(i - horizon).figures;
            right += Math.signum(now[2] - before[2]) == Math.signum(now[3] - before[3]) ? 1 : 0;
        }
        return (double) right / (rows.size() - horizon);
    }

    /** Actual values are the data's; both axes say the same. */
    @Test
    void forecasts_values_areInTheSeriesOwnUnits() throws IOException {
        for (Model model : record.models()) {
            for (Row row : Row.read(folder.path().resolve(model.forecasts()))) {
                double[] series = SET.series().get(row.series);
                double least = Arrays.stream(series).min().orElseThrow();
                double most = Arrays.stream(series).max().orElseThrow();
                assertThat(row.figures[0])
                        .isCloseTo(
                                series[row.window + row.step - 1], within(1e-12 * (Math.abs(most) + Math.abs(least))));
                assertThat(row.figures[2]).isCloseTo((row.figures[0] - least) / (most - least), within(1e-12));
                assertThat(row.figures[1])
                        .isCloseTo(row.figures[3] * (most - least) + least, within(1e-12 * (Math.abs(most) + 1)));
            }
        }
    }

    @Test
    void models_readAgain_giveTheirForecastsBitByBit() throws IOException {
        for (Model model : record.models()) {
            if (model.file() == null) {
                continue;
            }
            ForecastModel read = ForecastModel.read(folder.path().resolve(model.file()));
            PreparedSeries data = PreparedSeries.of(SET, Scaling.ALL, model.horizon());
            Path again = path.resolve("again.csv");
            TestForecasts.by(new TrainedForecaster(read), data).file().write(again);

            assertThat(again).hasSameBinaryContentAs(folder.path().resolve(model.forecasts()));
        }
    }

    @Test
    void models_provenance_saysWhereTheyComeFrom() throws IOException {
        Model model = record.models().get(4);
        ForecastModel read = ForecastModel.read(folder.path().resolve(String.valueOf(model.file())));
        Provenance provenance = read.provenance();

        assertThat(read.spec()).isEqualTo(new ForecasterSpec(Cell.GRU, 60, 4, 3));
        assertThat(provenance.dataset()).isEqualTo("small");
        assertThat(provenance.dataSha256()).isEqualTo(SET.sha256());
        assertThat(provenance.seed()).isEqualTo(2);
        assertThat(provenance.created()).isEqualTo(record.started());
        assertThat(provenance.run()).containsOnly(entry("command", SmallForecast.COMMAND), entry("scaling", "all"));
        assertThat(provenance.scores())
                .containsOnly(
                        entry("testRmse", model.rmse().mean()),
                        entry(
                                "testDirectionalAccuracy",
                                model.directionalAccuracy().mean()));
    }

    @Test
    void run_otherSeed_givesOtherForecasts() throws IOException {
        assertThat(folder.path().resolve("forecasts/gru-h1-1.csv"))
                .content()
                .isNotEqualTo(contentOf(folder, "forecasts/gru-h1-2.csv"));
    }

    private static String contentOf(ForecastFolder folder, String name) throws IOException {
        return Files.readString(folder.path().resolve(name));
    }

    /** Of a single batch the order does not matter, so the first loss is that of the initial weights alone. */
    @Test
    void run_otherSeed_startsFromOtherWeights() throws Exception {
        ForecastRecord.Settings oneBatch = new ForecastRecord.Settings(4, 1, 1_000, 0.01);
        List<Model> models = runIn(
                        path, SmallForecast.spec("rnn", List.of(1), List.of(1L, 2L), Scaling.ALL, 7, oneBatch, 1))
                .read()
                .models();

        assertThat(firstLoss(models.get(5))).isNotCloseTo(firstLoss(models.get(4)), within(1e-3));
    }

    private static double firstLoss(Model model) {
        return Objects.requireNonNull(model.training()).losses().get(0);
    }

    /** A model's file says how many threads made it; its weights do not. */
    @Test
    void run_twoThreadsAndOtherCompany_sameBits() throws Exception {
        ForecastFolder two = runIn(
                path, SmallForecast.spec("lstm", List.of(3), List.of(1L), Scaling.ALL, 7, SmallForecast.SETTINGS, 2));

        assertThat(two.path().resolve("forecasts/lstm-h3-1.csv"))
                .hasSameBinaryContentAs(folder.path().resolve("forecasts/lstm-h3-1.csv"));
        assertThat(weights(two)).containsExactly(weights(folder));
        assertThat(two.read().models().get(4).training().losses())
                .isEqualTo(record.models().get(7).training().losses());
    }

    private static float[] weights(ForecastFolder folder) throws IOException {
        return ForecastModel.read(folder.path().resolve("models/lstm-h3-1.safetensors"))
                .weights()
                .dense();
    }

    /** The second series rises, so what comes in its test part lies above all that was seen before. */
    @Test
    void run_scaledByTheTrainingPart_testValuesMayLieOutside() throws Exception {
        ForecastFolder train = runIn(
                path, SmallForecast.spec("rnn", List.of(1), List.of(1L), Scaling.TRAIN, 7, SmallForecast.SETTINGS, 1));

        List<Row> rows = Row.read(train.path().resolve("forecasts/persistence-h1.csv"));
        assertThat(train.read().scaling()).isEqualTo("train");
        assertThat(rows.stream()
                        .filter(row -> row.series == 1)
                        .mapToDouble(row -> row.figures[2])
                        .max()
                        .orElseThrow())
                .isGreaterThan(1.2);
        assertThat(ForecastModel.read(train.path().resolve("models/rnn-h1-1.safetensors"))
                        .provenance()
                        .run())
                .containsEntry("scaling", "train");
    }

    @Test
    void run_normalisedWindows_recordAndModelSayItAndBaselinesStay() throws Exception {
        ForecastRecord.Settings window = new ForecastRecord.Settings(4, 2, 16, 0.01, "window");
        ForecastFolder run =
                runIn(path, SmallForecast.spec("lstm", List.of(3), List.of(1L), Scaling.ALL, 7, window, 1));

        assertThat(run.read().settings()).isEqualTo(window);
        assertThat(ForecastModel.read(run.path().resolve("models/lstm-h3-1.safetensors"))
                        .spec()
                        .normalisation())
                .isEqualTo(Normalisation.WINDOW);
        assertThat(run.path().resolve("forecasts/ridge-h3.csv"))
                .hasSameBinaryContentAs(folder.path().resolve("forecasts/ridge-h3.csv"));
        assertThat(Files.readString(run.path().resolve("forecasts/lstm-h3-1.csv")))
                .isNotEqualTo(Files.readString(folder.path().resolve("forecasts/lstm-h3-1.csv")));
    }

    /** Of one tick a season the week before is known best. */
    @Test
    void run_otherSeason_changesTheSeasonalBaselineAlone() throws Exception {
        ForecastFolder five = runIn(
                path, SmallForecast.spec("rnn", List.of(1), List.of(1L), Scaling.ALL, 5, SmallForecast.SETTINGS, 1));

        assertThat(five.read().season()).isEqualTo(5);
        assertThat(contentOf(five, "forecasts/seasonal-h1.csv"))
                .isNotEqualTo(contentOf(folder, "forecasts/seasonal-h1.csv"));
        assertThat(five.path().resolve("forecasts/ridge-h1.csv"))
                .hasSameBinaryContentAs(folder.path().resolve("forecasts/ridge-h1.csv"));
    }

    @Test
    void run_progress_isOneTaskAndOneLineATraining() {
        assertThat(HEARD.begun)
                .containsExactly(
                        "gru-h3-2",
                        "gru-h3-1",
                        "lstm-h3-2",
                        "lstm-h3-1",
                        "gru-h1-2",
                        "gru-h1-1",
                        "lstm-h1-2",
                        "lstm-h1-1");
        assertThat(HEARD.ended).isEqualTo(8);
        assertThat(HEARD.said).hasSize(8).first().asString().matches("gru-h3-2: RMSE 0\\.\\d{5}, directional .*");
    }

    @Test
    void run_intoAFinishedRun_isRefusedAndChangesNothing() throws IOException {
        Map<String, String> before = files(folder.path());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, folder, Progress.SILENT))
                .withMessage("out: " + folder.path()
                        + " already holds a finished run; choose another folder or move it away");
        assertThat(files(folder.path())).isEqualTo(before);
    }

    @Test
    void run_whereAnotherIsAtWork_isRefusedAndWritesNothing() throws IOException {
        ForecastFolder taken = new ForecastFolder(path.resolve("run"));
        try (RunLock held = RunLock.take(new RunFolder(taken.path()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ForecastExperiment.run(SPEC, SET, taken, Progress.SILENT))
                    .withMessageContaining(
                            "another run is at work in " + held.folder().path());
        }
        assertThat(files(taken.path()).keySet()).containsExactly("checkpoints/lock");
    }

    @Test
    void run_seriesThatDoNotFit_isRefusedBeforeAnythingIsMade() {
        double[] constant = new double[SmallForecast.LENGTH];
        SeriesSet still = new SeriesSet("still", "0", List.of(SET.series().get(0), constant));
        SeriesSet brief =
                new SeriesSet("brief", "0", List.of(Arrays.copyOf(SET.series().get(0), 313)));

        assertRefused(still, "Row 2 of still is 0.0 in all of its 360 values: a constant series cannot be scaled");
        assertRefused(brief, "Row 1 of brief, like all its rows, has 313 values where 314 are needed");
    }

    private void assertRefused(SeriesSet set, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        ForecastExperiment.run(SPEC, set, new ForecastFolder(path.resolve("run")), Progress.SILENT))
                .withMessageContaining(message);
        assertThat(path).isEmptyDirectory();
    }
}
