package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.Prediction;
import org.reelsense.SentimentClassifier;
import org.reelsense.scoring.Labels;

class ScoreCommandTest {

    @TempDir
    private Path folder;

    private String model = "";

    @BeforeEach
    void makeModel() throws IOException {
        model = SmallModel.write(folder.resolve("model.safetensors")).toString();
    }

    private CommandRun score(String... args) {
        return piped("", args);
    }

    private CommandRun piped(String input, String... args) {
        String[] all = Stream.concat(Stream.of("score", "--model", model, "--threads", "1"), Stream.of(args))
                .toArray(String[]::new);
        return CommandRun.withInput(input.getBytes(StandardCharsets.UTF_8), all);
    }

    /** "negative<TAB>0.4...", as the classifier says alone. */
    private String expected(String text, String separator) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(Path.of(model))) {
            Prediction prediction = classifier.classify(text);
            return new Labels(0.5).of(prediction) + separator + Labels.probability(prediction);
        }
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void score_text_itsNumberLabelAndProbability() throws IOException {
        CommandRun run = score("--text", "Good film!", "--text", "bad");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0, "1\t" + expected("Good film!", "\t") + "\n2\t" + expected("bad", "\t") + "\n", ""));
    }

    @Test
    void score_precision_floatUnlessSaidAndTheUnknownIsWrongUsage() throws IOException {
        assertThat(score("--precision", "float", "--text", "bad").out())
                .isEqualTo("1\t" + expected("bad", "\t") + "\n");

        CommandRun run = score("--precision", "4bit", "--text", "bad");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("precision: '4bit' is unknown").contains("8bit");
    }

    @Test
    void score_textFile_isOneReview() throws IOException {
        Path file = file("a.txt", "good\nfilm\n");

        assertThat(score(file.toString()))
                .isEqualTo(new CommandRun(0, file + "\t" + expected("good\nfilm\n", "\t") + "\n", ""));
        assertThat(score("--lines", file.toString()).out())
                .isEqualTo(file + "\t1\t" + expected("good", "\t") + "\n" + file + "\t2\t" + expected("film", "\t")
                        + "\n");
    }

    @Test
    void score_standardInput_aLineAReview() throws IOException {
        String out = "1\t" + expected("good", "\t") + "\n2\t" + expected("bad", "\t") + "\n";

        assertThat(piped("good\nbad\n").out()).isEqualTo(out);
        assertThat(piped("good\nbad\n", "-").out()).isEqualTo(out);
        assertThat(piped("good\nbad\n").err()).startsWith("2 scored in ").contains(", 0 failed");
    }

    @Test
    void score_badLines_failAloneAndEndWithOne() throws IOException {
        CommandRun run = piped("good\n\nbad\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("1\t" + expected("good", "\t") + "\n3\t" + expected("bad", "\t") + "\n");
        assertThat(run.err()).startsWith("reelsense: standard input, line 2: is empty; there is nothing to score");
    }

    @Test
    void score_csv_isCsvWithTwoMoreColumns() throws IOException {
        Path file = file("a.csv", "id,review\n1,\"good, \"\"film\"\"\"\n2,bad\n");

        CommandRun run = score(file.toString(), "--column", "review");

        assertThat(run.out())
                .isEqualTo("id,review,label,probability\n1,\"good, \"\"film\"\"\"," + expected("good, \"film\"", ",")
                        + "\n2,bad," + expected("bad", ",") + "\n");
        assertThat(piped("id,text\n1,bad\n", "--input-format", "csv").out())
                .isEqualTo("id,text,label,probability\n1,bad," + expected("bad", ",") + "\n");
    }

    @Test
    void score_jsonLines_objectsWithTwoMoreFields() throws IOException {
        Path file = file("a.jsonl", "{\"text\":\"bad\",\"n\":1.0}\n");

        String[] expected = expected("bad", " ").split(" ");
        assertThat(score(file.toString()).out())
                .isEqualTo("{\"text\":\"bad\",\"n\":1.0,\"label\":\"" + expected[0] + "\",\"probability\":"
                        + expected[1] + "}\n");
    }

    @Test
    void score_folder_knownFilesInOrderOfNames() throws IOException {
        file("d/b.txt", "good");
        file("d/a.txt", "bad");
        file("d/c/x.txt", "film");
        file("d/.hidden/x.txt", "x");
        file("d/.hidden.txt", "x");
        file("d/notes.md", "x");
        Files.createSymbolicLink(folder.resolve("d/c/round"), folder.resolve("d"));
        Files.createSymbolicLink(folder.resolve("d/gone.txt"), folder.resolve("none"));

        CommandRun run = score(folder.resolve("d").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines().map(line -> line.split("\t")[0]))
                .containsExactly(
                        folder.resolve("d/a.txt").toString(),
                        folder.resolve("d/b.txt").toString(),
                        folder.resolve("d/c/x.txt").toString());
        assertThat(run.err().lines().findFirst())
                .contains("reelsense: " + folder.resolve("d/gone.txt") + ": no such file or folder; check the path");
    }

    @Test
    void score_missingFileAndEmptyFolder_restIsScored() throws IOException {
        Path good = file("a.txt", "good");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        CommandRun run = score(folder.resolve("none").toString(), empty.toString(), good.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(good + "\t" + expected("good", "\t") + "\n");
        assertThat(run.err())
                .contains("none: no such file or folder; check the path")
                .contains("empty: is a folder without a file that ends in .txt, .csv, .tsv or .jsonl");
    }

    @Test
    void score_tablesOfOtherColumns_failUnlessJson() throws IOException {
        Path first = file("a.csv", "text\ngood\n");
        Path second = file("b.csv", "id,text\n1,bad\n");

        CommandRun run = score(first.toString(), second.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("text,label,probability\ngood," + expected("good", ",") + "\n");
        assertThat(run.err())
                .contains("b.csv: has 'id', 'text' where what came first has 'text'; score it on its own,"
                        + " or with --format jsonl");
        assertThat(score(first.toString(), second.toString(), "--format", "jsonl")
                        .code())
                .isZero();
    }

    @Test
    void score_columnThatIsNotThere_twoAndTheColumns() throws IOException {
        CommandRun run = score(file("a.csv", "id,review\n1,good\n").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("has no column 'text', only 'id', 'review'; name one of them with --column")
                .hasLineCount(1);
    }

    @Test
    void score_optionsThatMakeNoSense_two() {
        assertThat(List.of(
                        score("--text", "a", "b.txt"),
                        score("--text", "a", "--lines"),
                        score("--text", "a", "--column", "review"),
                        score("--text", "a", "--input-format", "csv"),
                        score("a.txt", "--column", "review"),
                        score("a.csv", "--lines"),
                        score("--undecided", "0.4", "--text", "a"),
                        score("--head-tail", "1", "--text", "a"),
                        score("--head-tail", "10", "--explain", "--text", "a"),
                        score("--column", "review"),
                        score("--lines", "--input-format", "csv"),
                        score("-", "-"),
                        score("--format", "xml", "--text", "a")))
                .allSatisfy(run -> {
                    assertThat(run.code()).isEqualTo(2);
                    assertThat(run.err()).hasLineCount(1);
                    assertThat(run.out()).isEmpty();
                });
    }

    @Test
    void score_optionsThatSomeInputHasUseFor_zero() throws IOException {
        String text = file("d/a.txt", "good").toString();
        String table = file("t/b.jsonl", "{\"review\":\"bad\"}").toString();

        assertThat(List.of(
                        score(table, text, "--column", "review", "--format", "jsonl"),
                        score(folder.resolve("t").toString(), "--column", "review", "--format", "jsonl"),
                        score(folder.resolve("d").toString(), "--lines")))
                .extracting(CommandRun::code)
                .containsOnly(0);
    }

    @Test
    void score_noSuchModel_three() {
        model = folder.resolve("none.safetensors").toString();

        assertThat(score("--text", "a").code()).isEqualTo(3);
    }

    @Test
    void score_undecided_whereNeitherIsLikelyEnough() {
        assertThat(score("--text", "good", "--undecided", "1").out()).startsWith("1\tundecided\t");
    }

    @Test
    void score_headTail_saysHowManyWereShortened() throws IOException {
        CommandRun run = score("--head-tail", "2", "--text", "good film bad", "--text", "bad");

        assertThat(run.out().lines().findFirst()).contains("1\t" + expected("good bad", "\t"));
        assertThat(run.err().strip()).isEqualTo("1 had more than 2 tokens and were shortened");
    }

    @Test
    void score_fullDisk_threeAndOneLine() {
        PrintStream full = new PrintStream(
                new ClosedOutput.Stream(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                }),
                false,
                StandardCharsets.UTF_8);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams io = new Streams(new ByteArrayInputStream(new byte[0]), full, CommandRun.printer(err), Terminals.NONE);

        int code = Main.run(new String[] {"score", "--model", model, "--text", "good"}, io);

        assertThat(code).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("reelsense: cannot write to standard output: No space left on device");
    }
}
