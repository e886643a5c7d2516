package org.reelsense.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.bench.process.Setting;

class ForecastWorkTest {

    /** Counts from the authors' notebook, as Keras prints them. */
    @ParameterizedTest
    @CsvSource({"lstm, 1, 66689", "lstm, 20, 69140", "gru, 1, 50433", "gru, 20, 52884"})
    void grid_eachSetting_hasThePapersShapes(String cell, int horizon, int parameters) {
        Setting setting = ForecastWork.grid(false).stream()
                .filter(one -> one.text(ForecastWork.CELL).equals(cell) && one.number(ForecastWork.HORIZON) == horizon)
                .findFirst()
                .orElseThrow();
        ForecastWork work = ForecastWork.of(setting);

        assertThat(work.network().parameters()).isEqualTo(parameters);
        assertThat(work.network().window()).isEqualTo(60);
        assertThat(work.train().count()).isEqualTo(2_721);
    }

    @Test
    void batches_anEpoch_holdEachWindowOnceIn86Steps() {
        List<int[]> batches = ForecastWork.of(ForecastWork.grid(true).get(0)).batches(1);

        assertThat(batches).hasSize(86);
        assertThat(batches.stream().flatMapToInt(IntStream::of).sorted().toArray())
                .containsExactly(IntStream.range(0, 2_721).toArray());
    }

    @Test
    void flat_rows_followEachOther() {
        assertThat(ForecastWork.flat(new double[][] {{1, 2, 3}, {4, 5, 6}})).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
