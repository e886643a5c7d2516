package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * From the series to the scores, against NumPy and scikit-learn ({@code src/test/reference/make_forecast_golden.py}) and
 * against the published table. The weekly series are always there; the authors' are not part of the project.
 */
class BaselinesGoldenTest {

    static List<JsonNode> cases() throws IOException {
        String path = "/golden/forecast/baselines.json";
        try (InputStream in = BaselinesGoldenTest.class.getResourceAsStream(path)) {
            assertThat(in).as("%s; make it with make_forecast_golden.py", path).isNotNull();
            JsonNode cases = new ObjectMapper().readTree(in);
            assertThat(cases).hasSize(48);
            return StreamSupport.stream(cases.spliterator(), false).toList();
        }
    }

    static List<JsonNode> weeklyCases() throws IOException {
        return cases().stream().filter(BaselinesGoldenTest::isWeekly).toList();
    }

    static List<JsonNode> publishedCases() throws IOException {
        return cases().stream().filter(golden -> !isWeekly(golden)).toList();
    }

    @ParameterizedTest
    @MethodSource("weeklyCases")
    void baselines_weeklySeries_scoreAsInNumPy(JsonNode golden) throws IOException {
        assertScores(golden, WeeklyActivity.generate(WeeklyActivity.DEFAULT_SEED));
    }

    @ParameterizedTest
    @MethodSource("publishedCases")
    void baselines_authorsSeries_scoreAsInNumPy(JsonNode golden) throws IOException {
        assertScores(golden, published(golden.required("series").asText()));
    }

    /** {@code ../shared/design/forecasting.md}: the rows that were recomputed, and the authors' where they have them. */
    @ParameterizedTest
    @CsvSource({
        "bankex,      1, persistence, 0.01613, 0.00561, 0.4880, 0.0433",
        "bankex,     20, persistence, 0.04280, 0.01131, 0.4969, 0.0077",
        "activities,  1, persistence, 0.37305, 0.05340, 0.4212, 0.0404",
        "activities, 20, persistence, 0.45518, 0.06789, 0.4806, 0.0414",
    })
    void persistence_authorsSeries_scoresAsPublished(
            String name, int horizon, String id, double rmse, double rmseSd, double accuracy, double accuracySd)
            throws IOException {
        Scores scores = Scores.of(published(name), Scaling.ALL, horizon, id);

        assertThat(scores.rmse().mean()).isCloseTo(rmse, within(0.5e-5));
        assertThat(scores.rmse().deviation()).isCloseTo(rmseSd, within(0.5e-5));
        assertThat(scores.accuracy().mean()).isCloseTo(accuracy, within(0.5e-4));
        assertThat(scores.accuracy().deviation()).isCloseTo(accuracySd, within(0.5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "1,  seasonal, 0.0411, 0.654",
        "1,  ridge,    0.0668, 0.649",
        "20, seasonal, 0.0412, 0.636",
        "20, ridge,    0.0656, 0.633",
    })
    void otherBaselines_activities_scoreAsPublished(int horizon, String id, double rmse, double accuracy)
            throws IOException {
        Scores scores = Scores.of(published("activities"), Scaling.ALL, horizon, id);

        assertThat(scores.rmse().mean()).isCloseTo(rmse, within(0.5e-4));
        assertThat(scores.accuracy().mean()).isCloseTo(accuracy, within(0.5e-3));
    }

    @Test
    void published_files_haveTheFactsThatAreTold() throws IOException {
        SeriesSet bankex = published("bankex");
        SeriesSet activities = published("activities");

        assertThat(List.of(bankex.count(), bankex.length())).containsExactly(10, 3032);
        assertThat(List.of(activities.count(), activities.length())).containsExactly(10, 3584);
        assertThat(bankex.name()).isEqualTo("bankex");
        assertThat(SeriesSource.season(bankex)).isEqualTo(5);
        assertThat(SeriesSource.season(activities)).isEqualTo(7);
    }

    private static void assertScores(JsonNode golden, SeriesSet set) throws IOException {
        assertThat(set.sha256()).isEqualTo(golden.required("sha256").asText());
        Scores scores = Scores.of(
                set,
                Scaling.named(golden.required("scaling").asText()),
                golden.required("horizon").intValue(),
                golden.required("baseline").asText());

        assertThat(scores.rmses()).containsExactly(numbers(golden.required("rmse")), within(1e-7));
        assertThat(scores.accuracies()).containsExactly(numbers(golden.required("accuracy")), within(1e-12));
        assertThat(scores.rmse().mean()).isCloseTo(golden.required("rmseMean").doubleValue(), within(1e-7));
        assertThat(scores.rmse().deviation())
                .isCloseTo(golden.required("rmseDeviation").doubleValue(), within(1e-7));
        assertThat(scores.accuracy().deviation())
                .isCloseTo(golden.required("accuracyDeviation").doubleValue(), within(1e-12));
    }

    private static boolean isWeekly(JsonNode golden) {
        return golden.required("series").asText().equals(WeeklyActivity.NAME);
    }

    private static SeriesSet published(String name) throws DataException {
        PublishedSeries wanted = (PublishedSeries) SeriesSource.named(name);
        Path file = Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "datasets", wanted.file().fileName()))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("none"));
        assumeTrue(Files.exists(file), wanted.file().fileName() + " is not at ../shared/datasets");
        return new SeriesSource.OfFile(file).load(Path.of("none"), Progress.SILENT);
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
