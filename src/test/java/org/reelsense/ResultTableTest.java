package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunFolder;

/** The figures in README are those of the run that lies in the repository, and no place is left to fill in. */
class ResultTableTest {

    /**
     * A table follows such a line, of the run in that folder. Its first cells are model, test accuracy over the seeds with
     * standard deviation and interval, dev accuracy, seconds of training.
     */
    private static final Pattern MARK = Pattern.compile("<!-- results: (\\S+) -->");

    private static final Pattern PLACE_TO_FILL_IN = Pattern.compile("\\b[A-Z]+_TABLE\\b|@@[A-Z]+");

    private record Row(String model, String test, String dev, String seconds) {

        static Row parse(String line) {
            String[] cells = line.split("[|]", -1);
            assertThat(cells).as("cells of " + line).hasSizeGreaterThanOrEqualTo(6);
            List<String> stripped = Arrays.stream(cells).map(String::strip).toList();
            return new Row(stripped.get(1), stripped.get(2), stripped.get(3), stripped.get(4));
        }

        static Row of(ModelSummary model) {
            Double sd = model.testAccuracySd();
            return new Row(
                    model.name(),
                    "%s%s [%s, %s]"
                            .formatted(
                                    percent(model.testAccuracy()),
                                    sd == null ? "" : " ± " + percent(sd),
                                    percent(model.testAccuracyLow()),
                                    percent(model.testAccuracyHigh())),
                    percent(model.devAccuracy()),
                    model.trainSeconds() == 0 ? "-" : seconds(model.trainSeconds()));
        }

        private static String seconds(double seconds) {
            return seconds < 1 ? "under 1 s" : Math.round(seconds) + " s";
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

    static List<String> runs() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .map(MARK::matcher)
                .filter(Matcher::matches)
                .map(mark -> mark.group(1))
                .toList();
    }

    @Test
    void runs_ofReadme_areSome() throws IOException {
        assertThat(runs()).contains("datasets/results/default").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void resultTable_everyRow_isOfTheCommittedRun(String folder) throws IOException {
        List<ModelSummary> summaries = new RunFolder(Path.of(folder)).read().summaries();
        assertThat(summaries).as("summaries of " + folder).isNotNull();

        List<Row> shown = rows(Files.readAllLines(Path.of("README.md")), folder);

        assertThat(shown)
                .as("rows of the table of " + folder)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(summaries.stream().map(Row::of).toList());
    }

    @Test
    void rows_ofAPage_areThoseBelowTheMarkOnly() {
        List<String> page = List.of(
                "| other | 1 | 2 | 3 |",
                "<!-- results: datasets/results/some -->",
                "",
                "| model | test accuracy, % | dev | training | memory |",
                "|---|--:|--:|--:|--:|",
                "| bilstm | 91.62 [91.27, 91.96] | 91.80 | 412 s | 1 |",
                "| bigru | 91.5 | 91 | 300 s | 1 |",
                "",
                "| later | 1 | 2 | 3 |");

        assertThat(rows(page, "datasets/results/some"))
                .containsExactly(
                        new Row("bilstm", "91.62 [91.27, 91.96]", "91.80", "412 s"),
                        new Row("bigru", "91.5", "91", "300 s"));
    }

    /** Without the heading and the line below it. */
    private static List<Row> rows(List<String> page, String folder) {
        return page.stream()
                .dropWhile(line -> !line.equals("<!-- results: " + folder + " -->"))
                .skip(1)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Row::parse)
                .toList();
    }
}
