package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.cli.CommandRun;

/** The lines of "Score reviews" with the model in the box; without one they fail, as they would for a user. */
class ReadmeScoreTest {

    private static final String TABLE = "score reviews.csv --column review";
    private static final String EXPLAIN = "score --explain --text Great actors, dull story.";

    /** The last three say too little to be sure of, the first two are plain. */
    private static final List<String> TEXTS = List.of(
            "A warm, funny film with a cast that clearly loves every scene.",
            "A waste of a fine cast and of my evening.",
            "I wanted to like it more than I did.",
            "Good idea, poor film, great music.",
            "I watched it on a train with the sound off.");

    /** A list of texts may change the last digit. */
    private static final double DIGIT = 2e-6;

    private static SentimentClassifier classifier;

    @TempDir
    private Path temporary;

    private ReadmeFolder folder;

    @BeforeAll
    static void load() throws IOException {
        classifier = SentimentClassifier.load();
    }

    @AfterAll
    static void close() {
        if (classifier != null) {
            classifier.close();
        }
    }

    @BeforeEach
    void layFiles() throws IOException {
        folder = new ReadmeFolder(temporary);
        folder.write("reviews/a.txt", TEXTS.get(0));
        folder.write("reviews/b.txt", TEXTS.get(1) + "\n" + TEXTS.get(2) + "\n");
        folder.write("reviews/notes.md", "not a review");
        folder.write("notes.txt", String.join("\n", TEXTS) + "\n");
        StringBuilder table = new StringBuilder("film,review,liked\n");
        TEXTS.forEach(text -> table.append(row(text)).append('\n'));
        folder.write("reviews.csv", table.toString());
    }

    private static String row(String text) {
        return "Film " + TEXTS.indexOf(text) + "," + (text.contains(",") ? '"' + text + '"' : text) + ","
                + (TEXTS.indexOf(text) % 2 == 0 ? "yes" : "no");
    }

    private static ReadmePage section() throws IOException {
        return ReadmePage.read().section("Score reviews");
    }

    static List<ShellLine> commands() throws IOException {
        return section().commands();
    }

    private List<String> lines(String command) throws IOException {
        CommandRun run = folder.run(section().command(command));
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void line_each_printsResultsAndNoComplaint(ShellLine line) {
        CommandRun run = folder.run(line);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).doesNotContain("reelsense:");
    }

    @Test
    void text_one_isOneResult() throws IOException {
        List<String> lines = lines("score --text Not bad at all!");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).matches("1\t(positive|negative)\t[01]\\.[0-9]{6}");
        assertScored(lines.get(0).split("\t"), "Not bad at all!", 0.5);
    }

    @Test
    void folder_eachTxtFile_pathLabelProbability() throws IOException {
        List<String[]> results =
                lines("score reviews/").stream().map(line -> line.split("\t")).toList();

        assertThat(results).extracting(cells -> cells[0]).containsExactly("reviews/a.txt", "reviews/b.txt");
        assertThat(results).allMatch(cells -> cells.length == 3);
        assertScored(results.get(0), TEXTS.get(0), 0.5);
        assertScored(results.get(1), TEXTS.get(1) + "\n" + TEXTS.get(2) + "\n", 0.5);
    }

    @Test
    void lines_each_pathNumberLabelProbability() throws IOException {
        List<String[]> results = lines("score --lines notes.txt").stream()
                .map(line -> line.split("\t"))
                .toList();

        assertThat(results).hasSameSizeAs(TEXTS).allMatch(cells -> cells.length == 4);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(results.get(i)).startsWith("notes.txt", String.valueOf(i + 1));
            assertScored(results.get(i), TEXTS.get(i), 0.5);
        }
    }

    @Test
    void table_columns_areKeptAndTwoAppended() throws IOException {
        assertTable(lines(TABLE), 0.5);
    }

    @Test
    void table_undecided_whereNeitherIsSureEnough() throws IOException {
        List<String> lines = lines(TABLE + " --undecided 0.8");

        assertTable(lines, 0.8);
        assertThat(lines.subList(1, 3)).as("plain").noneMatch(line -> line.contains("undecided"));
        assertThat(lines.subList(3, 6)).as("not plain").anyMatch(line -> line.contains(",undecided,"));
    }

    private static void assertTable(List<String> lines, double confidence) {
        assertThat(lines).hasSize(TEXTS.size() + 1).startsWith("film,review,liked,label,probability");
        for (int i = 0; i < TEXTS.size(); i++) {
            String kept = row(TEXTS.get(i)) + ",";
            assertThat(lines.get(i + 1)).startsWith(kept);
            String[] added = lines.get(i + 1).substring(kept.length()).split(",");
            assertThat(added).hasSize(2);
            assertScored(added, TEXTS.get(i), confidence);
        }
    }

    @Test
    void jsonLines_ofATable_keepItsColumns() throws IOException {
        List<String> lines = lines(TABLE + " --format jsonl");

        assertThat(lines).hasSameSizeAs(TEXTS);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode result = new ObjectMapper().readTree(lines.get(i));
            assertThat(result.fieldNames())
                    .toIterable()
                    .containsExactly("film", "review", "liked", "label", "probability");
            assertThat(result.get("review").asText()).isEqualTo(TEXTS.get(i));
            assertThat(result.get("probability").isNumber()).isTrue();
            assertScored(
                    new String[] {
                        result.get("label").asText(), result.get("probability").asText()
                    },
                    TEXTS.get(i),
                    0.5);
        }
    }

    @Test
    void explain_text_namesItsWordsTheWeightiestFirst() throws IOException {
        String[] cells = lines(EXPLAIN).get(0).split("\t");
        List<String> words = List.of(cells[3].split(" "));

        assertThat(words)
                .allMatch(word -> word.matches(".+:[+-][0-9]+\\.[0-9]{2}"))
                .extracting(word -> word.substring(0, word.lastIndexOf(':')))
                .containsExactlyInAnyOrder("great", "actors", ",", "dull", "story", ".");
        assertThat(words).extracting(ReadmeScoreTest::size).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(words).anyMatch(word -> word.startsWith("great:+")).anyMatch(word -> word.startsWith("dull:-"));
        assertScored(Arrays.copyOf(cells, 3), "Great actors, dull story.", 0.5);
    }

    private static double size(String word) {
        return Math.abs(Double.parseDouble(word.substring(word.lastIndexOf(':') + 1)));
    }

    @Test
    void explain_onATerminal_isInColourUnlessThatIsUnwanted() throws IOException {
        String[] arguments = section().command(EXPLAIN).arguments().toArray(String[]::new);
        String noColour = System.getenv().getOrDefault("NO_COLOR", "");

        String shown = CommandRun.onTerminal(arguments).out();

        assertThat(shown.contains("\033[")).isEqualTo(noColour.isEmpty());
        assertThat(shown.replaceAll("\033\\[[0-9;]*m", "")).contains("reat").contains("dull");
    }

    @Test
    void evaluate_split_printsEveryScore() throws IOException {
        String out = String.join("\n", lines("evaluate --dataset sample"));

        assertThat(out).contains("precision", "recall", "F1", "AUC", "log loss", "Brier score", "calibration error");
        assertThat(out).containsPattern("accuracy +[0-9.]+ % \\[").containsPattern("data +sample, test\n");
    }

    @Test
    void unscorable_amongOthers_areLinesAndExitCodeOne() throws IOException {
        folder.write("reviews/empty.txt", "");
        Files.write(folder.at("reviews/latin.txt"), "Un film très bon".getBytes(StandardCharsets.ISO_8859_1));

        CommandRun run = folder.run(section().command("score reviews/"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err().lines().filter(line -> line.startsWith("reelsense: ")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("reelsense: reviews/empty.txt: "))
                .anyMatch(line -> line.startsWith("reelsense: reviews/latin.txt") && line.contains("UTF-8"));
    }

    @Test
    void table_brokenQuote_isALineAndTheRestIsScored() throws IOException {
        folder.write("reviews.csv", "film,review\nA,fine\nB,\"never closed\n");

        CommandRun run = folder.run(section().command(TABLE));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2).anyMatch(line -> line.startsWith("A,fine,"));
        assertThat(run.err().lines().filter(line -> line.startsWith("reelsense: ")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("reelsense: reviews.csv, row 2: has a broken quote"));
    }

    @Test
    void headTail_longReview_isShortenedAndSaid() throws IOException {
        assertThat(section().codeInProse()).contains("--head-tail 400");
        folder.write("notes.txt", "bad ".repeat(200) + "good ".repeat(500) + "bad ".repeat(200) + "\n");

        CommandRun run = folder.run(section().command("score --lines notes.txt"), "--head-tail", "400");

        assertThat(run.err()).contains("1 had more than 400 tokens and were shortened");
        assertScored(run.out().strip().split("\t"), "bad ".repeat(400), 0.5);
    }

    /** The last two cells are label and probability, as the Java API gives them. */
    private static void assertScored(String[] cells, String text, double confidence) {
        Prediction expected = classifier.classify(text);
        String label = expected.decided(confidence)
                .map(sentiment -> sentiment.name().toLowerCase(Locale.ROOT))
                .orElse("undecided");

        assertThat(cells[cells.length - 2]).as(text).isEqualTo(label);
        assertThat(Double.parseDouble(cells[cells.length - 1]))
                .as(text)
                .isEqualTo(expected.probability(), within(DIGIT));
    }
}
