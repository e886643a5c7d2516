package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.cli.CommandRun;
import org.reelsense.model.SentimentModel;

/** The lines of "Score reviews" with the model in the box; without one they fail, as they would for a user. */
class ReadmeScoreTest {

    private static final String EXPLAIN = "score --explain --text Great actors, dull story.";
    private static final List<String> TEXTS = ScoreExamples.TEXTS;

    @TempDir
    private Path temporary;

    @AutoClose
    private ScoreExamples examples;

    @BeforeEach
    void lay() throws IOException {
        examples = ScoreExamples.in(temporary);
    }

    static List<ShellLine> commands() throws IOException {
        return ScoreExamples.section().shellLines();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void line_each_printsResultsAndNoComplaint(ShellLine line) {
        CommandRun run = examples.folder().run(line);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).doesNotContain("reelsense:");
    }

    @Test
    void text_one_isOneResult() throws IOException {
        List<String> lines = examples.lines("score --text I laughed, I cried, and I would see it again.");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).matches("1\t(positive|negative)\t[01]\\.[0-9]{6}");
        examples.assertScored(lines.get(0).split("\t"), "I laughed, I cried, and I would see it again.", 0.5);
    }

    @Test
    void folder_eachTxtFile_pathLabelProbability() throws IOException {
        List<String[]> results = examples.lines("score reviews/").stream()
                .map(line -> line.split("\t"))
                .toList();

        assertThat(results).extracting(cells -> cells[0]).containsExactly("reviews/a.txt", "reviews/b.txt");
        assertThat(results).allMatch(cells -> cells.length == 3);
        examples.assertScored(results.get(0), TEXTS.get(0), 0.5);
        examples.assertScored(results.get(1), TEXTS.get(1) + "\n" + TEXTS.get(2) + "\n", 0.5);
    }

    @Test
    void lines_each_pathNumberLabelProbability() throws IOException {
        List<String[]> results = examples.lines("score --lines notes.txt").stream()
                .map(line -> line.split("\t"))
                .toList();

        assertThat(results).hasSameSizeAs(TEXTS).allMatch(cells -> cells.length == 4);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(results.get(i)).startsWith("notes.txt", String.valueOf(i + 1));
            examples.assertScored(results.get(i), TEXTS.get(i), 0.5);
        }
    }

    @Test
    void explain_text_namesItsWordsTheWeightiestFirst() throws IOException {
        String[] cells = examples.lines(EXPLAIN).get(0).split("\t");
        List<String> words = List.of(cells[3].split(" "));

        assertThat(words)
                .allMatch(word -> word.matches(".+:[+-][0-9]+\\.[0-9]{2}"))
                .extracting(word -> word.substring(0, word.lastIndexOf(':')))
                .containsExactlyInAnyOrder("great", "actors", ",", "dull", "story", ".");
        assertThat(words).extracting(ReadmeScoreTest::size).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(words).anyMatch(word -> word.startsWith("great:+")).anyMatch(word -> word.startsWith("dull:-"));
        examples.assertScored(Arrays.copyOf(cells, 3), "Great actors, dull story.", 0.5);
    }

    private static double size(String word) {
        return Math.abs(Double.parseDouble(word.substring(word.lastIndexOf(':') + 1)));
    }

    @Test
    void explain_onATerminal_isInColour() throws IOException {
        String[] arguments =
                ScoreExamples.section().command(EXPLAIN).arguments().toArray(String[]::new);

        String shown = CommandRun.onTerminal(arguments).out();

        assertThat(shown).contains("\033[");
        assertThat(shown.replaceAll("\033\\[[0-9;]*m", "")).contains("reat").contains("dull");
    }

    @Test
    void evaluate_split_printsEveryScore() throws IOException {
        String out = String.join("\n", examples.lines("evaluate --dataset sample"));

        assertThat(out).contains("precision", "recall", "F1", "AUC", "log loss", "Brier score", "calibration error");
        assertThat(out).containsPattern("accuracy +[0-9.]+ % \\[").containsPattern("data +sample, test\n");
    }

    @Test
    void unscorable_amongOthers_areLinesAndExitCodeOne() throws IOException {
        examples.folder().write("reviews/empty.txt", "");
        Files.write(
                examples.folder().at("reviews/latin.txt"), "Un film très bon".getBytes(StandardCharsets.ISO_8859_1));

        CommandRun run = examples.run("score reviews/");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err().lines().filter(line -> line.startsWith("reelsense: ")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("reelsense: reviews/empty.txt: "))
                .anyMatch(line -> line.startsWith("reelsense: reviews/latin.txt") && line.contains("UTF-8"));
    }

    @Test
    void headTail_longReview_isShortenedAndSaid() throws IOException {
        assertThat(ScoreExamples.section().codeInProse()).contains("--head-tail 400");
        examples.folder().write("notes.txt", "bad ".repeat(200) + "good ".repeat(500) + "bad ".repeat(200) + "\n");

        CommandRun run = examples.run("score --lines notes.txt", "--head-tail", "400");

        assertThat(run.err()).contains("1 had more than 400 tokens and were shortened");
        examples.assertScored(run.out().strip().split("\t"), "bad ".repeat(400), 0.5);
    }

    /** The sentence on the model in the box says what its file does. */
    @Test
    void box_figures_areThoseOfItsFile() throws IOException {
        SentimentModel box = SentimentModel.builtIn();
        Map<String, Double> scores = box.provenance().scores();
        String said = String.join(" ", ScoreExamples.section().lines());

        assertThat(said)
                .contains(String.format(
                        Locale.ROOT,
                        "test accuracy %.2f %% [%.2f, %.2f], seed %d",
                        100 * scores.get("testAccuracy"),
                        100 * scores.get("testAccuracyLow"),
                        100 * scores.get("testAccuracyHigh"),
                        box.provenance().seed()));
        ShellLine made = ShellLine.parse("./" + box.provenance().run().get("command"));
        assertThat(made.arguments())
                .containsAll(ScoreExamples.section()
                        .command("experiment --models bilstm --embeddings 8bit")
                        .arguments());
    }
}
