package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.cli.CommandRun;

/** The lines of "Score reviews" that read a table. */
class ReadmeScoreTableTest {

    private static final String TABLE = "score reviews.csv --column review";
    private static final List<String> TEXTS = ScoreExamples.TEXTS;

    @TempDir
    private Path temporary;

    @AutoClose
    private ScoreExamples examples;

    @BeforeEach
    void lay() throws IOException {
        examples = ScoreExamples.in(temporary);
    }

    @Test
    void table_columns_areKeptAndTwoAppended() throws IOException {
        assertTable(examples.lines(TABLE), 0.5);
    }

    @Test
    void table_undecided_whereNeitherIsSureEnough() throws IOException {
        List<String> lines = examples.lines(TABLE + " --undecided 0.8");

        assertTable(lines, 0.8);
        assertThat(lines.subList(1, 3)).as("plain").noneMatch(line -> line.contains("undecided"));
        assertThat(lines.subList(3, 6)).as("not plain").anyMatch(line -> line.contains(",undecided,"));
    }

    private void assertTable(List<String> lines, double confidence) {
        assertThat(lines).hasSize(TEXTS.size() + 1).startsWith("film,review,liked,label,probability");
        for (int i = 0; i < TEXTS.size(); i++) {
            String kept = ScoreExamples.row(TEXTS.get(i)) + ",";
            assertThat(lines.get(i + 1)).startsWith(kept);
            String[] added = lines.get(i + 1).substring(kept.length()).split(",");
            assertThat(added).hasSize(2);
            examples.assertScored(added, TEXTS.get(i), confidence);
        }
    }

    @Test
    void jsonLines_ofATable_keepItsColumns() throws IOException {
        List<String> lines = examples.lines(TABLE + " --format jsonl");

        assertThat(lines).hasSameSizeAs(TEXTS);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode result = new ObjectMapper().readTree(lines.get(i));
            assertThat(result.fieldNames())
                    .toIterable()
                    .containsExactly("film", "review", "liked", "label", "probability");
            assertThat(result.get("review").asText()).isEqualTo(TEXTS.get(i));
            assertThat(result.get("probability").isNumber()).isTrue();
            examples.assertScored(
                    new String[] {
                        result.get("label").asText(), result.get("probability").asText()
                    },
                    TEXTS.get(i),
                    0.5);
        }
    }

    @Test
    void table_brokenQuote_isALineAndTheRestIsScored() throws IOException {
        examples.folder().write("reviews.csv", "film,review\nA,fine\nB,\"never closed\n");

        CommandRun run = examples.run(TABLE);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2).anyMatch(line -> line.startsWith("A,fine,"));
        assertThat(run.err().lines().filter(line -> line.startsWith("reelsense: ")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("reelsense: reviews.csv, row 3: has a broken quote"));
    }
}
