package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.forecast.ForecastRecord.Comparison;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Scores;
import org.reelsense.forecast.ForecastRecord.Summary;

/** Golden figures are NumPy's and SciPy's: {@code python3 src/test/reference/make_forecast_summary_golden.py}. */
class ForecastRecordTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/forecast/summaries.csv");
    private static final ForecastRecord FULL = InventedForecasts.full();

    @Test
    void of_models_summariesAreTheGoldenOnes() throws IOException {
        for (String[] expected : golden().subList(1, 5)) {
            Summary summary = FULL.summaries().stream()
                    .filter(one -> one.horizon() == 1 && one.name().equals(expected[0]))
                    .findFirst()
                    .orElseThrow();
            requireNear(summary.rmse().mean(), expected[1]);
            requireNear(summary.rmse().sd(), expected[2]);
            Double seedSd = summary.rmse().seedSd();
            requireNear(seedSd == null ? Double.NaN : seedSd, expected[3]);
            requireNear(summary.rmse().least(), expected[4]);
            requireNear(summary.rmse().most(), expected[5]);
        }
    }

    @Test
    void of_models_comparisonsAreTheGoldenOnes() throws IOException {
        List<String[]> golden = golden().subList(6, 11);
        List<Comparison> comparisons = FULL.comparisons().stream()
                .filter(comparison -> comparison.horizon() == 1)
                .toList();

        assertThat(comparisons).hasSameSizeAs(golden);
        for (int i = 0; i < golden.size(); i++) {
            String[] expected = golden.get(i);
            Comparison pair = comparisons.get(i);
            assertThat(List.of(pair.a(), pair.b())).containsExactly(expected[0], expected[1]);
            requireNear(pair.rmseDifference(), expected[2]);
            requireNear(pair.rmse().mannWhitneyU(), expected[3]);
            requireNear(pair.rmse().mannWhitneyP(), expected[4]);
            requireNear(pair.rmse().wilcoxonW(), expected[5]);
            requireNear(pair.rmse().wilcoxonP(), expected[6]);
        }
    }

    private static void requireNear(double figure, String expected) {
        if (expected.equals("nan")) {
            assertThat(figure).isNaN();
        } else {
            assertThat(figure).isCloseTo(Double.parseDouble(expected), within(1e-9));
        }
    }

    private static List<String[]> golden() throws IOException {
        return Files.readAllLines(GOLDEN).stream().map(line -> line.split(",")).toList();
    }

    /** A better direction is a larger one, so each U is what is left of the pairs. */
    @Test
    void of_models_directionsAreComparedToo() {
        Comparison pair = FULL.comparisons().get(1);

        assertThat(pair.b()).isEqualTo("persistence");
        assertThat(pair.rmse().mannWhitneyU()).isZero();
        assertThat(pair.directionalAccuracy().mannWhitneyU()).isEqualTo(100);
        assertThat(pair.directionalAccuracy().mannWhitneyP())
                .isCloseTo(pair.rmse().mannWhitneyP(), within(1e-12));
    }

    @Test
    void of_models_horizonsSeedsAndOrderFollowFromThem() {
        assertThat(FULL.horizons()).containsExactly(1, 20);
        assertThat(FULL.summaries().stream().map(one -> one.name() + one.horizon() + one.seeds()))
                .containsExactly(
                        "lstm1[1, 2]",
                        "gru1[1, 2]",
                        "persistence1[]",
                        "seasonal1[]",
                        "lstm20[1, 2]",
                        "gru20[1, 2]",
                        "persistence20[]",
                        "seasonal20[]");
        assertThat(FULL.comparisons()).hasSize(10).noneMatch(pair -> pair.a().equals("persistence"));
    }

    @Test
    void of_noPair_comparesNothing() {
        assertThat(InventedForecasts.baselines().comparisons()).isEmpty();
        assertThat(InventedForecasts.one().comparisons()).isEmpty();
    }

    @Test
    void of_sameModelTwice_isRefused() {
        Model model = InventedForecasts.baseline("ridge", 1, i -> 0.1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InventedForecasts.of("weekly", List.of(model, model)))
                .withMessageContaining("ridge")
                .withMessageContaining("twice");
    }

    @Test
    void of_noModel_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InventedForecasts.of("weekly", List.of()))
                .withMessage("there are no models");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void scores_figureThatIsNone_isRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scores.of(0.1, value))
                .withMessageContaining("it must be finite");
    }

    @Test
    void of_figuresOfOtherSeries_isRefused() {
        Scores two = Scores.of(0.1, 0.2);
        Model model = new Model("ridge", Model.BASELINE, null, 1, null, 61, 0, null, two, two, null, "f");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InventedForecasts.of("weekly", List.of(model)))
                .withMessage("ridge has figures of 2 and 2 series, the run has 10");
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void new_listsThatDoNotBelongTogether_areRefused(
            List<Integer> horizons, UnaryOperator<List<Summary>> summaries, String message) {
        ForecastRecord whole = InventedForecasts.full();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastRecord(
                        whole.schema(),
                        whole.kind(),
                        whole.series(),
                        whole.scaling(),
                        whole.window(),
                        whole.testLength(),
                        whole.season(),
                        whole.machine(),
                        whole.commit(),
                        whole.started(),
                        whole.command(),
                        whole.settings(),
                        horizons,
                        whole.models(),
                        summaries.apply(whole.summaries()),
                        whole.comparisons()))
                .withMessageContaining(message);
    }

    static Stream<Arguments> incomplete() {
        UnaryOperator<List<Summary>> same = summaries -> summaries;
        UnaryOperator<List<Summary>> none = summaries -> List.of();
        UnaryOperator<List<Summary>> twice = summaries ->
                Stream.concat(summaries.stream(), summaries.stream()).toList();
        return Stream.of(
                Arguments.of(List.of(20, 1), same, "horizons are [20, 1]; they must ascend"),
                Arguments.of(List.of(1, 20, 20), same, "they must ascend, none twice"),
                Arguments.of(List.of(1, 20), none, "there is no summary of lstm at horizon 1"),
                Arguments.of(List.of(1, 20), twice, "is there twice"));
    }
}
