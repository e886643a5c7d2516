package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.OverSeeds;
import org.reelsense.report.Reports;

/** With records of runs that lie in the repository, of which the reports are made again. */
class ReportCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path COMMITTED = Path.of("datasets", "results");

    @TempDir
    private Path folder;

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

    @Test
    void report_severalRuns_areOneInAFolderOfItsOwn() throws IOException {
        CommandRun run = report("@first @second --out @new/both");

        RunFolder both = new RunFolder(folder.resolve("new/both"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(both.path().toFile().list()).containsExactlyInAnyOrder("results.json", "report.md", "report.html");
        assertThat(both.read().models()).hasSize(4);
        assertThat(run.out()).isEqualTo(Reports.text(both.read()));
        assertThat(first.path().toFile().list()).containsExactly("results.json");
        assertThat(second.path().toFile().list()).containsExactly("results.json");
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
            @cut                         | 3 | @cut holds no results.json: its run was not finished; finish it with
            @broken                      | 3 | @broken/results.json is damaged: Unexpected end-of-input
            @first @broken --out @new    | 3 | @broken/results.json is damaged: Unexpected end-of-input
            @later                       | 3 | @later/results.json has schema 2, this version reads 1; use the version
            @first @other --out @new     | 3 |
            @first --out @cut/log.txt    | 3 | cannot write to @cut/log.txt: @cut/log.txt is not a folder
            @first @second               | 2 | --out is missing: 2 runs are compared in a folder of their own, so name
            @first @first --out @new     | 2 | run: @first is given twice; name each run once
            @first @empty/../first --out @new | 2 | run: @empty/../first is given twice (it is the folder @first too); name
            @first @first                | 2 | run: @first is given twice; name each run once
            @first --out @first          | 2 | out: @first holds results.json, and nothing of a run is written over; choose
            @first --out @second         | 2 | out: @second holds results.json, and nothing of a run is written over; choose
            @first @second --out @cut    | 2 | out: @cut holds log.txt, and nothing of a run is written over; choose a new
            @first --outt @new           | 2 | Unknown option: '--outt'
            """)
    void report_badInput_oneSentenceAndNothingChanged(String args, int code, String message) throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(Files.createDirectory(folder.resolve("cut")).resolve("log.txt"), "begin\n");
        byte[] whole = Files.readAllBytes(first.results());
        write("broken", new String(whole, 0, whole.length / 2, "UTF-8"));
        write("later", "{\"schema\": 2, \"new\": true}");
        write("other", Files.readString(first.results()).replace("20ae5c232a5f", "000000000000"));

        CommandRun run = report(args);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("reelsense: " + (message == null ? "" : message.replace("@", folder + "/")))
                .hasLineCount(1)
                .doesNotContain("Exception");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("first", "second", "empty", "cut", "broken", "later", "other");
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

    @Test
    void report_folderThatCannotBeWritten_threeAndOneSentence() {
        assumeThat(first.path().toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(first.path())).as("root may write anywhere").isFalse();

        CommandRun run = report("@first");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("reelsense: cannot write to " + first.path())
                .hasLineCount(1);
    }

    /** Every value of the record in turn is taken away or no number: a report or one sentence, no bug. */
    @Test
    void report_recordDamagedAnywhere_neverABug() throws IOException {
        second.write(OverSeeds.record());
        for (RunFolder run : List.of(first, second)) {
            ObjectNode sound = shortened(JSON.readTree(run.results().toFile()));
            for (String place : places(sound, "")) {
                requireNoBug(sound, place, "");
                requireNoBug(sound, place, "\"NaN\"");
            }
        }
    }

    private void requireNoBug(ObjectNode sound, String place, String instead) throws IOException {
        JSON.writeValue(first.results().toFile(), damaged(sound.deepCopy(), place, instead));

        CommandRun run = report("@first");

        assertThat(run.code()).as(place + " = " + instead + ": " + run.err()).isIn(0, 3);
        assertThat(run.err()).hasLineCount(1);
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

    private static List<String> places(JsonNode node, String pointer) {
        List<String> places = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            places.add(pointer + "/" + name);
            places.addAll(places(node.get(name), pointer + "/" + name));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(places(node.get(i), pointer + "/" + i));
        }
        return places;
    }

    private static JsonNode damaged(JsonNode record, String place, String instead) throws IOException {
        int slash = place.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) record.at(place.substring(0, slash));
        if (instead.isEmpty()) {
            parent.remove(place.substring(slash + 1));
        } else {
            parent.set(place.substring(slash + 1), JSON.readTree(instead));
        }
        return record;
    }
}
