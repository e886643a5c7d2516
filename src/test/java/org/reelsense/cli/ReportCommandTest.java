package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.experiment.DamagedJson;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.InventedForecasts;
import org.reelsense.forecast.SeriesSet;
import org.reelsense.report.ForecastReports;
import org.reelsense.report.OverSeeds;
import org.reelsense.report.Reports;

/** With records of runs that lie in the repository, of which the reports are made again. */
@ExtendWith(SoftAssertionsExtension.class)
class ReportCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path COMMITTED = Path.of("datasets", "results");

    @TempDir
    private Path folder;

    @InjectSoftAssertions
    private SoftAssertions faults;

    private RunFolder first;
    private RunFolder second;

    @BeforeEach
    void lay() throws IOException {
        first = lay("first", "default");
        second = lay("second", "quick");
    }

    private RunFolder lay(String name, String committed) throws IOException {
        RunFolder run = new RunFolder(Files.createDirectory(folder.resolve(name)));
        Files.copy(COMMITTED.resolve(committed).resolve("results.json"), run.results());
        return run;
    }

    private CommandRun report(String args) {
        return CommandRun.of(("report " + args.replace("@", folder + "/")).split(" "));
    }

    @Test
    void report_oneRun_tableAloneOnStandardOutput() throws IOException {
        CommandRun run = report("@first");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0,
                        Reports.text(first.read()),
                        "report: " + first.path().resolve("report.html") + System.lineSeparator()));
    }

    @Test
    void report_oneRun_onlyItsReportsAreWritten() throws IOException {
        byte[] before = Files.readAllBytes(first.results());
        Files.writeString(first.path().resolve("report.md"), "an old one");
        Files.writeString(first.path().resolve("notes.txt"), "mine");

        report("@first");

        assertThat(first.path().toFile().list())
                .containsExactlyInAnyOrder("results.json", "report.md", "report.html", "notes.txt");
        assertThat(first.results()).hasBinaryContent(before);
        assertThat(first.path().resolve("notes.txt")).hasContent("mine");
        assertThat(first.path().resolve("report.md")).content().contains("| bilstm", "| bigru");
        assertThat(first.path().resolve("report.html")).content().contains("bilstm", "bigru");
    }

    private ForecastFolder layForecast() throws IOException {
        ForecastRecord record = InventedForecasts.full();
        ForecastFolder run = new ForecastFolder(folder.resolve("forecast"));
        run.write(record);
        for (ForecastRecord.Model model : record.models()) {
            InventedForecasts.file(model.horizon(), 5).write(run.path().resolve(model.forecasts()));
        }
        run.writeFirstSeries(new SeriesSet("weekly", "", List.of(InventedForecasts.series())));
        return run;
    }

    @Test
    void report_forecastingRun_itsReportsAreMadeAgain() throws IOException {
        ForecastFolder run = layForecast();

        assertThat(report("@forecast"))
                .isEqualTo(new CommandRun(
                        0,
                        ForecastReports.text(run.read()),
                        "report: " + run.path().resolve("report.html") + System.lineSeparator()));

        assertThat(run.path().toFile().list())
                .containsExactlyInAnyOrder("results.json", "first-series.csv", "forecasts", "report.md", "report.html");
        assertThat(run.path().resolve("report.html")).content().contains("figure-series", "figure-forecasts-20");
        assertThat(report("@forecast --json").out()).isEqualTo(Files.readString(run.results()));
        assertThat(CommandRun.onTerminal("report", run.path().toString()).out()).contains("\033[1m");
    }

    @Test
    void report_forecastingRunElsewhere_recordGoesWithIt() throws IOException {
        ForecastFolder run = layForecast();

        assertThat(report("@forecast --out @new").code()).isZero();

        assertThat(folder.resolve("new").toFile().list())
                .containsExactlyInAnyOrder("results.json", "report.md", "report.html");
        assertThat(new ForecastFolder(folder.resolve("new")).read()).isEqualTo(run.read());
    }

    /** As a folder is published, since the files hold values of the data. */
    @Test
    void report_forecastingRunWithoutItsData_chartsOfDataAreLeftOut() throws IOException {
        ForecastFolder run = new ForecastFolder(folder.resolve("forecast"));
        run.write(InventedForecasts.full());

        assertThat(report("@forecast").code()).isZero();

        assertThat(run.path().resolve("report.html"))
                .content()
                .contains("figure-errors-1")
                .doesNotContain("figure-series", "figure-forecasts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            results.json                  | {"kind": "forecast"} | has no schema
            forecasts/lstm-h1-1.csv       | series               | is damaged
            first-series.csv              | 1,x                  | first-series.csv
            """)
    void report_damagedForecastingRun_threeAndOneSentence(String file, String content, String message)
            throws IOException {
        ForecastFolder run = layForecast();
        Files.writeString(run.path().resolve(file), content + "\n");

        CommandRun report = report("@forecast");

        assertThat(report.code()).isEqualTo(3);
        assertThat(report.err()).hasLineCount(1).contains(message);
        assertThat(run.path().resolve("report.html")).doesNotExist();
    }

    @Test
    void report_forecastingRunAmongOthers_twoAndNamed() throws IOException {
        layForecast();

        CommandRun run = report("@first @forecast --out @new");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("reelsense: run: " + folder.resolve("forecast") + " is a forecasting run, which is not")
                .hasLineCount(1);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void report_json_isTheRecordAlone() throws IOException {
        CommandRun run = report("@first --json");

        assertThat(run.code()).isZero();
        assertThat(JSON.readValue(run.out(), RunRecord.class)).isEqualTo(first.read());
        assertThat(run.out()).isEqualTo(Files.readString(first.results()));
    }

    @Test
    void report_onATerminal_isBoldUnlessThatIsUnwanted() throws IOException {
        String path = first.path().toString();

        assertThat(CommandRun.onTerminal("report", path).out())
                .isEqualTo(Reports.styledText(first.read()))
                .contains("\033[1m");
        assertThat(CommandRun.onPlainTerminal("report", path).out()).isEqualTo(Reports.text(first.read()));
        assertThat(CommandRun.onTerminal("report", path, "--json").out()).doesNotContain("\033");
    }

    /** Predictions that give the record's confusion, and the log loss that they give for the record. */
    private static void layPredictions(RunFolder run) throws IOException {
        ObjectNode record = (ObjectNode) JSON.readTree(run.results().toFile());
        for (JsonNode model : record.get("models")) {
            JsonNode counts = model.get("testConfusion");
            int rightUp = counts.get("truePositives").asInt();
            int wrongDown = counts.get("falseNegatives").asInt();
            int rightDown = counts.get("trueNegatives").asInt();
            int wrongUp = counts.get("falsePositives").asInt();
            int right = rightUp + rightDown;
            int wrong = wrongUp + wrongDown;
            ((ObjectNode) model)
                    .put("testLogLoss", -(right * Math.log(0.75) + wrong * Math.log(0.25)) / (right + wrong));
            String name = model.get("name").asText() + "-" + model.get("seed").asText();
            Path file = run.path().resolve("predictions/" + name + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "review,label,probability\n"
                            + "p,1,0.75\n".repeat(rightUp)
                            + "p,1,0.25\n".repeat(wrongDown)
                            + "n,0,0.25\n".repeat(rightDown)
                            + "n,0,0.75\n".repeat(wrongUp));
        }
        JSON.writeValue(run.results().toFile(), record);
    }

    @Test
    void report_severalRuns_areOneInAFolderOfItsOwn() throws IOException {
        layPredictions(first);
        layPredictions(second);

        CommandRun run = report("@first @second --out @new/both");

        RunFolder both = new RunFolder(folder.resolve("new/both"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(both.path().toFile().list()).containsExactlyInAnyOrder("results.json", "report.md", "report.html");
        assertThat(both.read().models().size())
                .isEqualTo(first.read().models().size() + second.read().models().size());
        assertThat(run.out()).isEqualTo(Reports.text(both.read()));
        assertThat(first.path().toFile().list()).containsExactlyInAnyOrder("results.json", "predictions");
        assertThat(second.path().toFile().list()).containsExactlyInAnyOrder("results.json", "predictions");
    }

    @Test
    void report_runsOfOtherData_threeAndBothNamed() throws IOException {
        Files.writeString(second.results(), Files.readString(second.results()).replace("20ae5c232a5f", "000000000000"));
        layPredictions(first);
        layPredictions(second);

        CommandRun run = report("@first @second --out @new");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("reelsense: " + second.results() + " is of other data than " + first.results())
                .hasLineCount(1);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    /** As a report that was cut off leaves it, since results.json comes last. */
    @Test
    void report_outHoldsOnlyReports_isFilled() throws IOException {
        Path out = Files.createDirectory(folder.resolve("old"));
        Files.writeString(out.resolve("report.md"), "an old one");

        assertThat(report("@first --out @old").code()).isZero();

        assertThat(new RunFolder(out).read()).isEqualTo(first.read());
        assertThat(out.resolve("report.md")).content().contains("| bilstm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @nowhere                     | 3 | There is no folder @nowhere; name the folder of a finished run
            @first/results.json          | 3 | @first/results.json is not a folder; name the folder of a finished run
            @empty                       | 3 | @empty holds no results.json; name the folder of a finished run
            @first @empty --out @new     | 3 | @empty holds no results.json; name the folder of a finished run
            @early                       | 3 | @early holds no results.json; name the folder of a finished run
            @cut                         | 3 | The run in @cut is not finished; go on with it by `reelsense experiment --out @cut` and
            @first @cut --out @new       | 3 | The run in @cut is not finished; go on with it by `reelsense experiment --out @cut` and
            @broken                      | 3 | @broken/results.json is damaged: Unexpected end-of-input
            @broken @first --out @new    | 3 | @broken/results.json is damaged: Unexpected end-of-input
            @later                       | 3 | @later/results.json has schema 2, this version reads 1; use the version
            @first @second --out @new    | 3 | @first/predictions/bilstm-1.csv is missing: runs are compared review by review
            @first --out @cut/log.txt    | 3 | cannot write to @cut/log.txt: @cut/log.txt is not a folder
            @first @second               | 2 | --out is missing: 2 runs are compared in a folder of their own, so name
            @first @first --out @new     | 2 | run: @first is given twice; name each run once
            @first @empty/../first --out @new | 2 | run: @empty/../first is given twice (it is the folder @first too); name
            @first @first                | 2 | run: @first is given twice; name each run once
            @first --out @first          | 2 | out: @first holds results.json, and nothing of a run is written over; choose
            @first --out @second         | 2 | out: @second holds results.json, and nothing of a run is written over; choose
            @first @second --out @cut    | 2 | out: @cut holds checkpoints, and nothing of a run is written over; choose a new
            @first --outt @new           | 2 | Unknown option: '--outt'
            """)
    void report_badInput_oneSentenceAndNothingChanged(String args, int code, String message) throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(Files.createDirectory(folder.resolve("early")).resolve("log.txt"), "begin\n");
        Files.createDirectories(folder.resolve("cut/checkpoints"));
        Files.writeString(folder.resolve("cut/log.txt"), "begin\n");
        Files.writeString(folder.resolve("cut/checkpoints/run.json"), "{}");
        byte[] whole = Files.readAllBytes(first.results());
        write("broken", new String(whole, 0, whole.length / 2, "UTF-8"));
        write("later", "{\"schema\": 2, \"new\": true}");

        CommandRun run = report(args);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("reelsense: " + message.replace("@", folder + "/"))
                .hasLineCount(1)
                .doesNotContain("Exception");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("first", "second", "empty", "early", "cut", "broken", "later");
        assertThat(first.results()).hasBinaryContent(whole);
        assertThat(first.path().toFile().list()).containsExactly("results.json");
        assertThat(second.path().toFile().list()).containsExactly("results.json");
    }

    private void write(String name, String results) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("results.json"), results);
    }

    @Test
    void report_noRun_twoAndOneSentence() {
        CommandRun run = CommandRun.of("report");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("reelsense: Missing required parameter: 'RUN'")
                .hasLineCount(1);
    }

    /** A folder in the file's place stops root too. */
    @Test
    void report_fileThatCannotBeWritten_threeAndOneSentence() throws IOException {
        Path taken = Files.createDirectory(first.path().resolve("report.md"));

        CommandRun run = report("@first");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("reelsense: cannot write " + taken).hasLineCount(1);
        assertThat(first.read()).isNotNull();
    }

    /** Every value of the record in turn is taken away or no number: a report or one sentence, no bug. */
    @Test
    void report_recordDamagedAnywhere_neverABug() throws IOException {
        second.write(OverSeeds.record());
        for (RunFolder run : List.of(first, second)) {
            ObjectNode sound = shortened(JSON.readTree(run.results().toFile()));
            for (String place : DamagedJson.places(sound)) {
                requireNoBug(sound, place, "", "@first");
                requireNoBug(sound, place, "\"NaN\"", "@first");
            }
        }
    }

    /** The same of one of two runs that are compared. */
    @Test
    void report_oneOfTwoRecordsDamagedAnywhere_neverABug() throws IOException {
        ObjectNode sound = ofFourReviews(shortened(JSON.readTree(first.results().toFile())));
        JSON.writeValue(first.results().toFile(), sound);
        JSON.writeValue(second.results().toFile(), sound);
        layPredictions(first);
        layPredictions(second);
        assertThat(report("@first @second --out @sound").code()).isZero();
        sound = (ObjectNode) JSON.readTree(first.results().toFile());
        int i = 0;
        for (String place : DamagedJson.places(sound)) {
            requireNoBug(sound, place, "", "@first @second --out @new" + i++);
            requireNoBug(sound, place, "[]", "@first @second --out @new" + i++);
            requireNoBug(sound, place, "[]", "@second @first --out @new" + i++);
        }
    }

    private static ObjectNode ofFourReviews(ObjectNode record) {
        ((ObjectNode) record.get("dataset")).put("test", 4);
        ObjectNode model = (ObjectNode) record.at("/models/0");
        model.put("testAccuracy", 0.5);
        List.of("truePositives", "falsePositives", "trueNegatives", "falseNegatives")
                .forEach(count -> ((ObjectNode) model.get("testConfusion")).put(count, 1));
        return record;
    }

    private void requireNoBug(ObjectNode sound, String place, String instead, String args) throws IOException {
        JSON.writeValue(first.results().toFile(), DamagedJson.of(sound, place, instead));

        CommandRun run = report(args);

        faults.assertThat(run.code())
                .as(place + " = " + instead + ": " + run.err())
                .isIn(0, 3);
        faults.assertThat(run.err()).hasLineCount(1);
    }

    /** The last one of each list will do. */
    private static ObjectNode shortened(JsonNode record) {
        shorten(record);
        return (ObjectNode) record;
    }

    private static void shorten(JsonNode node) {
        while (node.isArray() && node.size() > 1) {
            ((ArrayNode) node).remove(0);
        }
        node.forEach(ReportCommandTest::shorten);
    }
}
