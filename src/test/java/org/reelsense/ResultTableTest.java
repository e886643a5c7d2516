package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;

/** The figures in README are those of the run that lies in the repository, and no place is left to fill in. */
class ResultTableTest {

    private static final RunFolder RUN = new RunFolder(Path.of("datasets/results/default"));

    /** The table follows this line. Its first cells are model, test accuracy with interval, dev accuracy, seconds. */
    private static final String MARK = "<!-- results: datasets/results/default -->";

    /** README shows the first seed of each model. */
    private static final long SEED = 1;

    private static final Pattern PLACE_TO_FILL_IN = Pattern.compile("\\b[A-Z]+_TABLE\\b|@@[A-Z]+");

    private record Row(String model, String test, String dev, String seconds) {

        static Row parse(String line) {
            String[] cells = line.split("[|]", -1);
            assertThat(cells).as("cells of " + line).hasSizeGreaterThanOrEqualTo(6);
            List<String> stripped = Arrays.stream(cells).map(String::strip).toList();
            return new Row(stripped.get(1), stripped.get(2), stripped.get(3), stripped.get(4));
        }

        static Row of(RunRecord.Model model) {
            return new Row(
                    model.name(),
                    "%s [%s, %s]"
                            .formatted(
                                    percent(model.testAccuracy()),
                                    percent(model.testAccuracyLow()),
                                    percent(model.testAccuracyHigh())),
                    percent(model.devAccuracy()),
                    Math.round(model.trainSeconds()) + " s");
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.2f", 100 * share);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CHANGELOG.md"})
    void page_finished_hasNoPlaceLeftToFillIn(String page) throws IOException {
        assertThat(Files.readAllLines(Path.of(page)))
                .isNotEmpty()
                .filteredOn(PLACE_TO_FILL_IN.asPredicate())
                .isEmpty();
    }

    @Test
    void resultTable_everyRow_isOfTheCommittedRun() throws IOException {
        assertThat(RUN.results())
                .as("the run that README's table shows; commit its results.json")
                .isRegularFile();
        List<Row> run = RUN.read().models().stream()
                .filter(model -> model.seed() == SEED)
                .map(Row::of)
                .toList();

        List<Row> shown = rows(Files.readAllLines(Path.of("README.md")));

        assertThat(shown)
                .as("rows of the table below " + MARK)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(run);
    }

    @Test
    void rows_ofAPage_areThoseBelowTheMarkOnly() {
        List<String> page = List.of(
                "| other | 1 | 2 | 3 |",
                MARK,
                "",
                "| model | test accuracy, % | dev | training | memory |",
                "|---|--:|--:|--:|--:|",
                "| bilstm | 91.62 [91.27, 91.96] | 91.80 | 412 s | 1 |",
                "| bigru | 91.5 | 91 | 300 s | 1 |",
                "",
                "| later | 1 | 2 | 3 |");

        assertThat(rows(page))
                .containsExactly(
                        new Row("bilstm", "91.62 [91.27, 91.96]", "91.80", "412 s"),
                        new Row("bigru", "91.5", "91", "300 s"));
    }

    /** Without the heading and the line below it. */
    private static List<Row> rows(List<String> page) {
        return page.stream()
                .dropWhile(line -> !line.strip().equals(MARK))
                .skip(1)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Row::parse)
                .toList();
    }
}
