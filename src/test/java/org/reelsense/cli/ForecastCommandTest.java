package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.RunFolder;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.Outlook;
import org.reelsense.forecast.SeriesFile;
import org.reelsense.forecast.SeriesSet;
import org.reelsense.forecast.SmallForecast;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.RandomForecasters;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.report.ForecastReports;

/** One run over a small file of series, looked at from all sides, and what is refused before anything is made. */
class ForecastCommandTest {

    private static final String SMALL = " --hidden 4 --epochs 2 --batch 16 --rate 0.01 --threads 1";

    @TempDir
    static Path shared;

    private static Path series;
    private static ForecastFolder out;
    private static String command;
    private static CommandRun run;

    @TempDir
    Path folder;

    @BeforeAll
    static void run() throws IOException {
        series = shared.resolve("small.csv");
        SeriesFile.write(SmallForecast.set(), series);
        out = new ForecastFolder(shared.resolve("new").resolve("run"));
        command = "forecast --series " + series + " --models gru,rnn --horizon 3 --seeds 2" + SMALL + " --out "
                + out.path();
        run = command(command);
        writeBadInputs();
    }

    private static CommandRun command(String line) {
        return CommandRun.of(line.split(" "));
    }

    /** Each is wrong in one place. */
    private static void writeBadInputs() throws IOException {
        String row = row(SmallForecast.set().series().get(0));
        List<String> values = List.of(row.split(","));
        write("ragged", row + "\n" + String.join(",", values.subList(0, 359)) + "\n");
        write("longer", row + "\n" + row + ",1\n");
        write("constant", row + "\n" + String.join(",", Collections.nCopies(360, "2.5")) + "\n");
        write("nan", row + "\n" + replaced(values, 7, "nan") + "\n");
        write("infinite", replaced(values, 359, "-inf") + "\n");
        write("text", replaced(values, 0, "day") + "\n");
        write("gap", row + "\n" + row + "\n" + replaced(values, 3, "") + "\n");
        write("short", String.join(",", values.subList(0, 311)) + "\n");
        write("shorter", String.join(",", values.subList(0, 3)) + "\n");
        write("empty", "");
        write("far", replaced(values, 300, "1e300") + "\n");
        SmallModel.write(shared.resolve("classifier.safetensors"));
        RandomForecasters.of(new ForecasterSpec(Cell.GRU, 4, 2, 3), 1).write(shared.resolve("forecaster.safetensors"));
        Files.writeString(shared.resolve("damaged.safetensors"), "no model");
    }

    private static String row(double[] values) {
        return DoubleStream.of(values).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    private static String replaced(List<String> values, int at, String value) {
        List<String> changed = new ArrayList<>(values);
        changed.set(at, value);
        return String.join(",", changed);
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(shared.resolve(name + ".csv"), content);
    }

    /** {@code @} is the folder with the inputs. */
    private static String placed(String text) {
        return text.replace("@", shared + "/");
    }

    @Test
    void run_file_zeroAndTheTableAloneOnStandardOutput() throws IOException {
        assertThat(run.err()).doesNotContain("reelsense: ");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(ForecastReports.text(out.read()))
                .contains("gru", "rnn", "persistence", "seasonal", "ridge", "linear");
        assertThat(run.err())
                .contains("gru-h3-2", "rnn-h3-2: RMSE")
                .endsWith("run folder: " + out.path() + System.lineSeparator());
        assertThat(Files.readString(new RunFolder(out.path()).log())).contains("begin  gru-h3-2", "end    rnn-h3-2");
    }

    @Test
    void run_folder_isCompleteAndHoldsNothingElse() throws IOException {
        assertThat(out.path().toFile().list())
                .containsExactlyInAnyOrder(
                        "results.json",
                        "report.md",
                        "report.html",
                        "log.txt",
                        "first-series.csv",
                        "models",
                        "forecasts");
        assertThat(out.path().resolve("models").toFile().list())
                .containsExactlyInAnyOrder("gru-h3-2.safetensors", "rnn-h3-2.safetensors");
        assertThat(out.path().resolve("forecasts").toFile().list())
                .containsExactlyInAnyOrder(
                        "gru-h3-2.csv",
                        "rnn-h3-2.csv",
                        "persistence-h3.csv",
                        "seasonal-h3.csv",
                        "ridge-h3.csv",
                        "linear-h3.csv");
    }

    @Test
    void run_results_sayWhatWasAskedFor() throws IOException {
        ForecastRecord record = out.read();

        assertThat(record.command()).isEqualTo("reelsense " + command);
        assertThat(record.series().name()).isEqualTo("small.csv");
        assertThat(record.settings()).isEqualTo(new ForecastRecord.Settings(4, 2, 16, 0.01));
        assertThat(record.horizons()).containsExactly(3);
        assertThat(record.season()).isEqualTo(7);
        assertThat(record.scaling()).isEqualTo("all");
    }

    @Test
    void run_json_theRecordAloneOnStandardOutput() throws IOException {
        ForecastFolder own = new ForecastFolder(folder.resolve("run"));

        CommandRun json = command("forecast --series " + series
                + " --models rnn --horizon 1 --scaling train --season 5 --normalisation window" + SMALL
                + " --json --out " + own.path());

        assertThat(json.code()).as(json.err()).isZero();
        assertThat(json.out()).isEqualTo(Files.readString(own.results()));
        assertThat(own.read().scaling()).isEqualTo("train");
        assertThat(own.read().season()).isEqualTo(5);
        assertThat(own.read().settings().normalisation()).isEqualTo("window");
    }

    /** The log is a file like the others: not even a line may be added. */
    @Test
    void run_intoAFinishedRun_twoAndTheLogAsItWas() throws IOException {
        String log = Files.readString(new RunFolder(out.path()).log());

        assertThat(command(command))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "reelsense: out: " + out.path()
                                + " already holds a finished run; choose another folder or move it away"
                                + System.lineSeparator()));
        assertThat(new RunFolder(out.path()).log()).hasContent(log);
    }

    /** Settings are looked at first, so it does not matter that there is no such file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --series NONE --models bert        | 2 | --models has 'bert': give rnn, lstm, gru
            --series NONE --models bilstm      | 2 | --models has 'bilstm': give rnn, lstm, gru
            --series NONE --models=            | 2 | --models has '': give rnn, lstm, gru
            --series NONE --models gru,gru     | 2 | models: one is given twice in [GRU, GRU]
            --series NONE --horizon 0          | 2 | window is 60 and horizon is 0; both must be 1 or more
            --series NONE --horizon=-1         | 2 | window is 60 and horizon is -1; both must be 1 or more
            --series NONE --horizon 251        | 2 | horizon is 251; it must be less than the test part, 251 values
            --series NONE --horizon x          | 2 | Invalid value for option '--horizon'
            --series NONE --horizon 1,1        | 2 | horizon: one is given twice in [1, 1]
            --series NONE --seeds 1,2,1        | 2 | seeds: one is given twice in [1, 2, 1]
            --series NONE --seeds one          | 2 | Invalid value for option '--seeds'
            --series NONE --seeds=,            | 2 | seeds: none given; give one at least
            --series NONE --scaling test       | 2 | scaling is test; it must be all or train
            --series NONE --normalisation mean | 2 | normalisation is mean; it must be none or window
            --series NONE --season 0           | 2 | season: 0 is outside 1..60
            --series NONE --season 61          | 2 | season: 61 is outside 1..60
            --series NONE --hidden 0           | 2 | hidden: 0 is outside 1..8192
            --series NONE --epochs 1001        | 2 | epochs: 1001 is outside 1..1000
            --series NONE --batch 0            | 2 | batch: 0 is outside 1..100000
            --series NONE --rate 0             | 2 | rate: 0.0 must be above 0 and 10 at most
            --series NONE --rate 11            | 2 | rate: 11.0 must be above 0 and 10 at most
            --series NONE --rate NaN           | 2 | learningRate is NaN; it must be finite
            --series NONE --threads 0          | 2 | --threads is 0: give 1 to 256
            --series NONE                      | 3 | There is no file NONE: give a CSV file of series, bankex, activities or
            --series FOLDER                    | 3 | FOLDER is a folder: give a file of series
            --series @small.csv --out PLAIN    | 3 | cannot write to PLAIN: PLAIN is not a folder
            --series @ragged.csv               | 3 | @ragged.csv: row 2 has 359 values where row 1 has 360
            --series @longer.csv               | 3 | @longer.csv: row 2, column 361 is one value more than the 360 of row 1
            --series @nan.csv                  | 3 | @nan.csv: row 2, column 8 is nan, which is not finite
            --series @infinite.csv             | 3 | @infinite.csv: row 1, column 360 is -inf, which is not finite
            --series @text.csv                 | 3 | @text.csv: row 1, column 1 is "day", which is no number
            --series @gap.csv                  | 3 | @gap.csv: row 3, column 4 is empty
            --series @empty.csv                | 3 | @empty.csv is empty: give a file with a series a row
            --series @constant.csv             | 3 | Row 2 of constant.csv is 2.5 in all of its 360 values: a constant series
            --series @short.csv --horizon 1    | 3 | Row 1 of short.csv, like all its rows, has 311 values where 312 are needed
            --series @small.csv --horizon 1,50 | 3 | Row 1 of small.csv, like all its rows, has 360 values where 361 are needed
            --series @far.csv --scaling train  | 3 | Row 1, column 301 of far.csv is 1.0E300, too far from the range
            """)
    void run_wrongSettingsSeriesOrOut_oneSentenceAndNothingMade(String args, int code, String message)
            throws IOException {
        String where = args.contains("--out") ? "" : " --out OUT";
        new RefusedRun(folder).assertRefused("forecast --data DATA " + placed(args) + where, code, placed(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @classifier.safetensors --series @small.csv  | 3 | @classifier.safetensors: holds a classifier of reviews, and a
            @damaged.safetensors --series @small.csv     | 3 | @damaged.safetensors:
            NONE --series @small.csv                     | 3 | NONE:
            @forecaster.safetensors --series NONE        | 3 | There is no file NONE
            @forecaster.safetensors --series @shorter.csv | 3 | shorter.csv has series of 3 values where the model looks back on 4
            @forecaster.safetensors --series @constant.csv | 3 | Row 2 of constant.csv is 2.5 in all
            @forecaster.safetensors --horizon 1          | 2 | --horizon changes nothing of a model that is trained: leave it
            @forecaster.safetensors --models gru         | 2 | --models changes nothing
            @forecaster.safetensors --seeds 1            | 2 | --seeds changes nothing
            @forecaster.safetensors --scaling all        | 2 | --scaling changes nothing
            @forecaster.safetensors --normalisation none | 2 | --normalisation changes nothing
            @forecaster.safetensors --season 7           | 2 | --season changes nothing
            @forecaster.safetensors --hidden 4           | 2 | --hidden changes nothing
            @forecaster.safetensors --epochs 4           | 2 | --epochs changes nothing
            @forecaster.safetensors --batch 4            | 2 | --batch changes nothing
            @forecaster.safetensors --rate 1             | 2 | --rate changes nothing
            @forecaster.safetensors --threads 1          | 2 | --threads changes nothing
            @forecaster.safetensors --out OUT            | 2 | --out changes nothing
            @forecaster.safetensors --json               | 2 | --json changes nothing
            """)
    void outlook_wrongModelSeriesOrOption_oneSentenceAndNothingMade(String args, int code, String message)
            throws IOException {
        new RefusedRun(folder).assertRefused("forecast --data DATA --model " + placed(args), code, placed(message));
    }

    /** Every option but those that choose model and series is either of training or new: then it must be thought of. */
    @Test
    void outlook_optionsOfTheCommand_areAllKnownToBeOfTrainingOrNot() {
        List<String> options =
                CommandRun.commandLine().getSubcommands().get("forecast").getCommandSpec().options().stream()
                        .map(option -> option.longestName())
                        .filter(name -> !List.of("--series", "--data", "--model", "--help", "--version")
                                .contains(name))
                        .toList();

        assertThat(options).hasSize(13).allSatisfy(name -> {
            String value = name.equals("--json") ? "" : name.equals("--scaling") ? " all" : " 1";
            CommandRun refused =
                    command("forecast --model " + shared.resolve("forecaster.safetensors") + " " + name + value);
            assertThat(refused.err()).startsWith("reelsense: " + name + " changes nothing");
        });
    }

    @Test
    void outlook_trainedModel_printsWhatFollowsEachSeries() throws IOException {
        Path file = out.path().resolve("models/gru-h3-2.safetensors");
        SeriesSet set = SeriesFile.read(series);
        double[][] expected = Outlook.of(ForecastModel.read(file), set);

        CommandRun outlook = command("forecast --model " + file + " --series " + series);

        assertThat(outlook.code()).isZero();
        assertThat(outlook.err()).isEmpty();
        List<String> lines = outlook.out().lines().toList();
        assertThat(lines).hasSize(1 + 3 * 3).first().isEqualTo("series,step,forecast");
        for (int i = 0; i < 9; i++) {
            String[] fields = lines.get(1 + i).split(",");
            assertThat(fields).hasSize(3).startsWith(String.valueOf(i / 3 + 1), String.valueOf(i % 3 + 1));
            assertThat(Double.parseDouble(fields[2])).isEqualTo(expected[i / 3][i % 3]);
        }
    }

    /** A float has seven digits, which a series far from zero has used up before its swing begins. */
    @Test
    void outlook_seriesFarFromZero_keepsItsDigits() throws IOException {
        Path far = folder.resolve("far.csv");
        double[] values = SmallForecast.set().series().get(0);
        SeriesFile.write(
                new SeriesSet(
                        "far",
                        "0",
                        List.of(Arrays.stream(values).map(x -> 1e9 + x).toArray())),
                far);
        Path file = shared.resolve("forecaster.safetensors");

        List<Double> near = forecasts(file, series);
        List<Double> shifted = forecasts(file, far);

        for (int step = 0; step < 3; step++) {
            assertThat(shifted.get(step) - 1e9).isCloseTo(near.get(step), within(1e-4));
        }
    }

    private static List<Double> forecasts(Path model, Path series) {
        return command("forecast --model " + model + " --series " + series)
                .out()
                .lines()
                .skip(1)
                .limit(3)
                .map(line -> Double.parseDouble(line.split(",")[2]))
                .toList();
    }

    @Test
    void info_forecaster_allItsFactsAligned() throws IOException {
        Path file = out.path().resolve("models/gru-h3-2.safetensors");

        CommandRun info = command("info " + file);
        JsonNode json =
                new ObjectMapper().readTree(command("info --json " + file).out());

        assertThat(info.code()).isZero();
        assertThat(info.err()).isEmpty();
        assertThat(info.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains(
                        "file | " + file,
                        "task | forecasts series",
                        "cell | GRU",
                        "looks back on | 60 values",
                        "looks ahead | 3 values",
                        "normalisation | none",
                        "hidden units | 4",
                        "parameters | " + (3 * 4 * (1 + 4 + 2) + 3 * 5),
                        "seed | 2");
        assertThat(json.path("cell").asText()).isEqualTo("gru");
        assertThat(json.path("window").asInt()).isEqualTo(60);
        assertThat(json.path("horizon").asInt()).isEqualTo(3);
        assertThat(json.path("normalisation").asText()).isEqualTo("none");
        assertThat(json.path("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(json.path("provenance").path("scores").path("testRmse").asDouble())
                .isEqualTo(out.read().models().get(4).rmse().mean());
    }

    /** Where a classifier is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"score --text good --model", "evaluate --dataset sample", "tokenize --model"})
    void otherCommand_forecaster_threeAndNamedAsSuch(String line) {
        Path file = shared.resolve("forecaster.safetensors");

        CommandRun refused = command(line + " " + file);

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("reelsense: " + file
                        + ": holds a forecaster of series, and a classifier of reviews is needed here")
                .hasLineCount(1);
    }

    @Test
    void run_interrupted_reportSaysHowToGoOnAndItDoes() {
        String own = folder.resolve("run").toString();
        String line =
                "forecast --series " + series + " --models gru,rnn --horizon 3 --seeds 2" + SMALL + " --out " + own;

        assertThat(CommandRun.interruptedAt("rnn-h3-2", line.split(" "))).isEqualTo(130);
        assertThat(command("report " + own))
                .isEqualTo(new CommandRun(
                        3,
                        "",
                        "reelsense: The run in " + own + " is not finished; go on with it by `reelsense forecast --out "
                                + own + "` and the options it began with" + System.lineSeparator()));
        assertThat(command("experiment --dataset sample --models majority --data " + folder + "/data --out " + own))
                .satisfies(other -> assertThat(other.err())
                        .contains("holds an unfinished run of something else (`reelsense forecast`)"))
                .extracting(CommandRun::code)
                .isEqualTo(2);
        CommandRun again = command(line);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err())
                .contains("goes on with the run begun at", "rnn-h3-2")
                .doesNotContain("gru-h3-2:");
        assertThat(lastColumnsCut(again.out())).isEqualTo(lastColumnsCut(run.out()));
    }

    /** Without times. */
    private static List<String> lastColumnsCut(String table) {
        return table.lines()
                .map(line -> Stream.of(line.split(" {2,}|\\|")).limit(3).collect(Collectors.joining("|")))
                .toList();
    }
}
