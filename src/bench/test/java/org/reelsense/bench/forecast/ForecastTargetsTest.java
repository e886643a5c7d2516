package org.reelsense.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.bench.result.Measured;

class ForecastTargetsTest {

    private static final Setting LSTM = ForecastWork.grid(true).get(0);

    /** Rows with the seconds of their two rounds. */
    private static List<Measured> measured(Object... rowsAndSeconds) {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (int i = 0; i < rowsAndSeconds.length; i += 3) {
            turns.put((String) rowsAndSeconds[i], List.of(epoch(rowsAndSeconds[i + 1]), epoch(rowsAndSeconds[i + 2])));
        }
        return new ForecastRounds(LSTM, 2).measured(turns);
    }

    private static Turn epoch(Object seconds) {
        return new Turn(2_721, 2_721 * 60, (Double) seconds);
    }

    @Test
    void report_severalRows_comparesTheBestOfOursWithTheBestOfLibtorch() {
        List<Measured> results = measured(
                ForecastRows.OURS_ALONE,
                0.5,
                0.5,
                ForecastRows.OURS,
                1.0,
                1.0,
                ForecastRows.TORCH + "its default threads",
                3.0,
                3.0,
                ForecastRows.TORCH + "1 thread",
                1.0,
                2.0);

        assertThat(ForecastTargets.report(results).lines())
                .containsExactly(
                        "lstm, horizon 1: Reelsense, 1 thread, 0.50 (0.50 to 0.50) s an epoch, 3.00 (2.00 to 4.00)"
                                + " times as fast as libtorch, 1 thread (libtorch's best of the rows asked for), target more than 1",
                        "lstm, horizon 1: Reelsense, 1 thread, 0.50 (0.50 to 0.50) s an epoch, 11.40 (11.40 to 11.40)"
                                + " times as fast as the authors on another machine, target 5");
    }

    @Test
    void report_noLibtorch_namesTheAuthorsOnly() {
        assertThat(ForecastTargets.report(measured(ForecastRows.OURS, 1.0, 1.0)).lines())
                .singleElement()
                .asString()
                .contains("5.70 (5.70 to 5.70) times as fast as the authors on another machine");
    }

    @Test
    void measured_turnsOfTwoRounds_areComparedRoundByRound() {
        List<Measured> results = measured(ForecastRows.OURS, 1.0, 2.0, ForecastRows.TORCH + "1 thread", 3.0, 4.0);

        assertThat(results.get(0).rates()).doesNotContainKey(ForecastRounds.times(ForecastRows.OURS));
        assertThat(results.get(1)
                        .rates()
                        .get(ForecastRounds.times(ForecastRows.OURS))
                        .most())
                .isEqualTo(3);
    }

    @Test
    void threads_anyNumberOfCores_doubleAndStayBelow() {
        assertThat(ForecastRows.threads(1)).containsExactly(1);
        assertThat(ForecastRows.threads(2)).containsExactly(1);
        assertThat(ForecastRows.threads(6)).containsExactly(1, 2, 4);
    }
}
