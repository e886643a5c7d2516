package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.forecast.ForecastRecord.Settings;
import org.reelsense.network.Cell;

class ForecastSpecTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 1   | 4    | 2    | 16     | 0.01 | 1 | season: 0 is outside 1..60",
                "61   | 1   | 4    | 2    | 16     | 0.01 | 1 | season: 61 is outside 1..60",
                "7    | 0   | 4    | 2    | 16     | 0.01 | 1 | window is 60 and horizon is 0; both must be 1 or more",
                "7    | 251 | 4    | 2    | 16     | 0.01 | 1 | horizon is 251; it must be less than the test part",
                "7    | 1   | 0    | 2    | 16     | 0.01 | 1 | hidden: 0 is outside 1..8192",
                "7    | 1   | 8193 | 2    | 16     | 0.01 | 1 | hidden: 8193 is outside 1..8192",
                "7    | 1   | 4    | 0    | 16     | 0.01 | 1 | epochs: 0 is outside 1..1000",
                "7    | 1   | 4    | 1001 | 16     | 0.01 | 1 | epochs: 1001 is outside 1..1000",
                "7    | 1   | 4    | 2    | 0      | 0.01 | 1 | batch: 0 is outside 1..100000",
                "7    | 1   | 4    | 2    | 100001 | 0.01 | 1 | batch: 100001 is outside 1..100000",
                "7    | 1   | 4    | 2    | 16     | 0    | 1 | rate: 0.0 must be above 0 and 10 at most",
                "7    | 1   | 4    | 2    | 16     | -1   | 1 | rate: -1.0 must be above 0 and 10 at most",
                "7    | 1   | 4    | 2    | 16     | 10.1 | 1 | rate: 10.1 must be above 0 and 10 at most",
                "7    | 1   | 4    | 2    | 16     | NaN  | 1 | learningRate is NaN; it must be finite",
                "7    | 1   | 4    | 2    | 16     | 0.01 | 0 | threads: 0 is outside 1.."
            })
    void new_numberOutOfRange_isNamed(
            int season, int horizon, int hidden, int epochs, int batch, double rate, int threads, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmallForecast.spec(
                        "gru",
                        List.of(horizon),
                        List.of(1L),
                        Scaling.ALL,
                        season,
                        new Settings(hidden, epochs, batch, rate),
                        threads))
                .withMessageStartingWith(message);
    }

    @Test
    void new_unknownNormalisation_saysWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmallForecast.spec(
                        "gru", List.of(1), List.of(1L), Scaling.ALL, 7, new Settings(4, 1, 16, 0.01, "batch"), 1))
                .withMessage("normalisation is batch; it must be none or window");
    }

    @Test
    void new_atTheEdges_isTaken() {
        ForecastSpec spec = SmallForecast.spec(
                "gru",
                List.of(1, 250),
                List.of(-1L, 0L),
                Scaling.TRAIN,
                60,
                new Settings(8_192, 1_000, 100_000, 10),
                1);

        assertThat(spec.withSeason(1).season()).isEqualTo(1);
        assertThat(spec.withSeason(60)).isEqualTo(spec);
    }

    @Test
    void new_nothingOrSomethingTwice_isNamed() {
        assertRefused(List.of(), List.of(1), List.of(1L), "models: none given; give one at least");
        assertRefused(List.of(Cell.GRU, Cell.GRU), List.of(1), List.of(1L), "models: one is given twice in [GRU, GRU]");
        assertRefused(List.of(Cell.GRU), List.of(), List.of(1L), "horizon: none given; give one at least");
        assertRefused(List.of(Cell.GRU), List.of(2, 2), List.of(1L), "horizon: one is given twice in [2, 2]");
        assertRefused(List.of(Cell.GRU), List.of(1), List.of(), "seeds: none given; give one at least");
        assertRefused(List.of(Cell.GRU), List.of(1), List.of(3L, 3L), "seeds: one is given twice in [3, 3]");
    }

    private static void assertRefused(List<Cell> cells, List<Integer> horizons, List<Long> seeds, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastSpec(
                        cells, horizons, seeds, Scaling.ALL, 7, SmallForecast.SETTINGS, 1, SmallForecast.COMMAND))
                .withMessage(message);
    }

    /** Velarde et al. 2022. */
    @Test
    void paper_settings_areThePapers() {
        assertThat(ForecastSpec.PAPER).isEqualTo(new Settings(128, 200, 32, 0.001));
    }
}
