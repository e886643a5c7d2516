package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Reports;
import org.reelsense.storage.Checksum;

/** One run over a little of the sample, looked at from all sides, and what is refused before anything is made. */
class ExperimentCommandTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static RunFolder out;
    private static String command;
    private static CommandRun run;

    @BeforeAll
    static void run() {
        out = new RunFolder(shared.resolve("new").resolve("run"));
        command =
                "experiment --dataset sample --models gru,birnn --seeds 2 --preset quick --limit 60 --threads 2 --data "
                        + shared.resolve("data") + " --out " + out.path();
        run = CommandRun.of(command.split(" "));
    }

    @Test
    void run_sample_zeroAndTheTableAloneOnStandardOutput() throws IOException {
        assertThat(run.err()).doesNotContain("reelsense: ");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(Reports.text(out.read()))
                .containsPattern("(?m)^gru +1 ")
                .containsPattern("(?m)^birnn +1 ")
                .contains("|seeds:2|");
    }

    @Test
    void run_progress_isOnStandardErrorAndInTheLog() throws IOException {
        assertThat(run.err())
                .contains("reading ", "gru epoch 1/3", "birnn epoch 3/3", "scoring test (60 reviews)")
                .endsWith("run folder: " + out.path() + System.lineSeparator());
        assertThat(Files.readString(out.log()))
                .contains("begin  gru epoch 1/3", "end    birnn epoch 3/3", "begin  scoring test (60 reviews)");
    }

    @Test
    void run_json_theRecordAloneOnStandardOutput() throws IOException {
        RunFolder own = new RunFolder(folder.resolve("run"));
        CommandRun json =
                CommandRun.of(("experiment --dataset sample --models rnn --preset quick --limit 20 --json --data "
                                + shared.resolve("data") + " --out " + own.path())
                        .split(" "));

        assertThat(json.code()).isZero();
        assertThat(json.out()).isEqualTo(Files.readString(own.results()));
        assertThat(json.err()).contains("rnn epoch 1/3").endsWith("run folder: " + own.path() + System.lineSeparator());
    }

    /** Folders too: none for checkpoints is left. */
    @Test
    void run_folder_isCompleteAndHoldsNothingElse() throws IOException {
        assertThat(files(out.path()).keySet())
                .containsExactlyInAnyOrder(
                        "results.json",
                        "mistakes.json",
                        "report.md",
                        "report.html",
                        "log.txt",
                        "models",
                        "models/gru-2.safetensors",
                        "models/birnn-2.safetensors",
                        "predictions",
                        "predictions/gru-2.csv",
                        "predictions/birnn-2.csv");
        assertThat(out.path().resolve("predictions/gru-2.csv")).content().hasLineCount(1 + 60);
        assertThat(out.path().resolve("report.md")).content().contains("| gru", "| birnn");
        assertThat(out.path().resolve("report.html")).content().contains("gru", "birnn");
    }

    @Test
    void run_results_sayWhatWasAskedFor() throws IOException {
        RunRecord record = out.read();

        assertThat(record.command()).isEqualTo("reelsense " + command);
        assertThat(record.dataset().name()).isEqualTo("sample");
        assertThat(record.dataset().train()).isEqualTo(60);
        assertThat(record.dataset().test()).isEqualTo(60);
        assertThat(record.machine().threads()).isEqualTo(2);
        assertThat(record.models()).extracting(RunRecord.Model::name).containsExactly("gru", "birnn");
        assertThat(record.models()).extracting(RunRecord.Model::seed).containsOnly(2L);
    }

    @Test
    void run_models_areReadByInfo() {
        CommandRun info = CommandRun.of(
                "info", out.path().resolve("models/birnn-2.safetensors").toString());

        assertThat(info.code()).isZero();
        assertThat(info.out()).contains("bidirectional RNN", "score: testAccuracy", "score: devAccuracy");
    }

    /** The log is a file like the others: not even a line may be added. */
    @Test
    void run_intoAFinishedRun_twoAndEveryFileAsItWas() throws IOException {
        Map<String, String> before = files(out.path());

        CommandRun again = CommandRun.of(command.split(" "));

        assertThat(again)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "reelsense: out: " + out.path()
                                + " already holds a finished run; choose another folder or move it away"
                                + System.lineSeparator()));
        assertThat(files(out.path())).isEqualTo(before);
    }

    /** The archive is missing too where settings are wrong: they are looked at first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --archive NONE --out OUT --preset fast             | 2 | preset: 'fast' is unknown; choose from quick, default
            --archive NONE --out OUT --models bert             | 2 | model: 'bert' is unknown; choose from majority, wordcount, nbsvm, rnn, birnn
            --archive NONE --out OUT --models gru,gru          | 2 | models: one is given twice
            --archive NONE --out OUT --seeds 1,2,1             | 2 | seeds: one is given twice
            --archive NONE --out OUT --seeds one               | 2 | Invalid value for option '--seeds'
            --archive NONE --out OUT --seeds=                  | 2 | Invalid value for option '--seeds'
            --archive NONE --out OUT --seeds=1,,2              | 2 | Invalid value for option '--seeds'
            --archive NONE --out OUT --seeds=,                 | 2 | seeds: none given; name at least one, e.g. 1
            --archive NONE --out OUT --models=                 | 2 | model: '' is unknown; choose from
            --archive NONE --out OUT --models=,                | 2 | models: none given; name at least one
            --archive NONE --out OUT --sizes=                  | 2 | Invalid value for option '--sizes'
            --archive NONE --out OUT --sizes many              | 2 | Invalid value for option '--sizes'
            --archive NONE --out OUT --sizes 0                 | 2 | sizes: 0 is below 20 training reviews
            --archive NONE --out OUT --sizes=-5                | 2 | sizes: -5 is below 20 training reviews
            --archive NONE --out OUT --sizes 50,50             | 2 | sizes: one is given twice
            --archive NONE --out OUT --sizes 50 --models majority | 2 | --sizes changes none of these models: name a model
            --archive NONE --out OUT --ngrams 0                | 2 | ngrams: 0 is outside 1..3
            --archive NONE --out OUT --ngrams 4                | 2 | ngrams: 4 is outside 1..3
            --archive NONE --out OUT --ngrams two              | 2 | Invalid value for option '--ngrams'
            --archive NONE --out OUT --ngrams 3 --models gru   | 2 | --ngrams changes none of these models: name nbsvm too,
            --archive NONE --out OUT --embeddings 8bit --models nbsvm | 2 | --embeddings changes none of these models: name a network
            --archive NONE --out OUT --pieces 9 --models nbsvm | 2 | --pieces changes none of these models: name a network
            --archive NONE --out OUT --words 99 --models wordcount | 2 | --words changes none of these models: name a network
            --archive NONE --out OUT --vectors NONE --models majority | 2 | --vectors changes none of these models: name a network
            --archive NONE --out OUT --limit 0                 | 2 | limit is 0: give 20 or more
            --archive NONE --out OUT --limit few               | 2 | Invalid value for option '--limit'
            --archive NONE --out OUT --threads 0               | 2 | --threads is 0: give 1 to 256
            --archive NONE --out OUT --dataset sample          | 2 | --archive is NONE and --dataset is sample
            --archive NONE --out OUT                           | 3 | There is no archive NONE
            --dataset NONE --out OUT                           | 3 | There is no folder NONE
            --dataset sample --out PLAIN                       | 3 | cannot write to PLAIN: PLAIN is not a folder
            --dataset sample --out PLAIN/run                   | 3 | cannot write to PLAIN/run: PLAIN is not a folder
            """)
    void run_wrongSettingsDataOrOut_oneSentenceAndNothingMade(String args, int code, String message)
            throws IOException {
        new RefusedRun(folder).assertRefused("experiment --data DATA " + args, code, message);
    }

    /** How many reviews there are is known only when they are read, but still before anything is made. */
    @Test
    void run_sizeOfAllReviews_twoAndNothingMade() {
        CommandRun all = CommandRun.of(("experiment --dataset sample --limit 60 --sizes 60 --data " + folder
                        + "/data --out " + folder.resolve("run"))
                .split(" "));

        assertThat(all.code()).isEqualTo(2);
        assertThat(all.out()).isEmpty();
        assertThat(all.err())
                .endsWith("reelsense: sizes: 60 is not below the 60 training reviews there are; all of them are used"
                        + " anyway" + System.lineSeparator());
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "PLAIN/deep/er"})
    void run_dataFolderCannotBeWritten_threeAndNothingMade(String data) throws IOException {
        new RefusedRun(folder)
                .assertRefused(
                        "experiment --dataset sample --limit 60 --out OUT --data " + data,
                        3,
                        "cannot write to " + data + ": PLAIN is not a folder");
    }

    @Test
    void run_interrupted_reportSaysHowToGoOnAndItDoes() {
        String own = folder.resolve("run").toString();
        String[] args = ("experiment --dataset sample --models rnn --preset quick --limit 60 --data "
                        + shared.resolve("data") + " --out " + own)
                .split(" ");

        assertThat(CommandRun.interruptedAt("rnn epoch 3/3", args)).isEqualTo(130);
        assertThat(CommandRun.of("report", own))
                .isEqualTo(new CommandRun(
                        3,
                        "",
                        "reelsense: The run in " + own
                                + " is not finished; go on with it by `reelsense experiment --out " + own
                                + "` and the options it began with" + System.lineSeparator()));
        CommandRun again = CommandRun.of(args);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err())
                .contains("goes on with the run begun at", "rnn epoch 3/3")
                .doesNotContain("epoch 1/3");
        assertThat(CommandRun.of("report", own).out()).isEqualTo(again.out());
    }

    /** Both are numbers like any other; yardsticks alone make a run too. */
    @Test
    void run_seedsZeroAndNegativeOfYardsticks_areATable() throws IOException {
        RunFolder own = new RunFolder(folder.resolve("run"));
        CommandRun two = CommandRun.of(
                ("experiment --dataset sample --models nbsvm,majority --ngrams 1 --seeds 0,-1 --preset quick --limit 60"
                                + " --data " + shared.resolve("data") + " --out " + own.path())
                        .split(" "));

        assertThat(two.code()).as(two.err()).isZero();
        assertThat(own.read().models()).extracting(RunRecord.Model::seed).containsExactly(0L, 0L, -1L, -1L);
        assertThat(two.out()).contains("nbsvm", "majority");
        assertThat(own.path().resolve("predictions/nbsvm--1.csv")).exists();
    }

    /** As by {@code | head -1}; the run took hours, and its report is more than the table. */
    @Test
    void run_readerOfTheTableGone_reportsAreWrittenAllTheSame() {
        Path own = folder.resolve("run");
        PrintStream gone = new PrintStream(new ClosedOutput.Stream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        Streams io = new Streams(
                new ByteArrayInputStream(new byte[0]),
                gone,
                CommandRun.printer(new ByteArrayOutputStream()),
                Terminals.NONE);

        int code = Main.run(
                ("experiment --dataset sample --models majority --preset quick --limit 60 --data "
                                + shared.resolve("data") + " --out " + own)
                        .split(" "),
                io);

        assertThat(code).isZero();
        assertThat(own.resolve("report.md")).isNotEmptyFile();
        assertThat(own.resolve("report.html")).isNotEmptyFile();
    }

    /** What lies in a folder, by name, with the checksums of the files. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.skip(1).toList()) {
                files.put(
                        folder.relativize(path).toString().replace('\\', '/'),
                        Files.isDirectory(path) ? "folder" : Checksum.sha256(path));
            }
        }
        return files;
    }
}
