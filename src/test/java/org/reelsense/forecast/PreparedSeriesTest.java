package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.storage.DataException;

class PreparedSeriesTest {

    private static final SeriesSet SET = SmallForecast.set();

    @Test
    void of_smallSet_learnsFromTheFirstAndTestsAll() throws DataException {
        PreparedSeries data = PreparedSeries.of(SET, Scaling.ALL, 3);

        assertThat(data.train().count()).isEqualTo(SmallForecast.TRAIN_WINDOWS);
        assertThat(data.test()).hasSize(3).allMatch(test -> test.count() == 249);
        assertThat(data.firstTarget()).isEqualTo(SmallForecast.LENGTH - 251);
        for (int row = 0; row < 3; row++) {
            double target = data.test().get(row).targets()[0][0];
            assertThat(data.scales().get(row).unscale(target))
                    .isEqualTo(SET.series().get(row)[data.firstTarget()], within(1e-9));
        }
    }

    /** Else a float overflows after the training, and its forecasts are no numbers. */
    @Test
    void of_testValueFarFromTheTrainingPart_isRefusedByRowAndColumn() throws DataException {
        double[] wild = SET.series().get(1).clone();
        wild[355] = -1e300;
        SeriesSet set = new SeriesSet("wild", "0", List.of(SET.series().get(0), wild));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> PreparedSeries.of(set, Scaling.TRAIN, 1))
                .withMessageStartingWith("Row 2, column 356 of wild is -1.0E300, too far from the range of the values"
                        + " before the test part, ")
                .withMessageEndingWith("give --scaling all, or leave the row out");
        assertThat(PreparedSeries.of(set, Scaling.ALL, 1).test()).hasSize(2);
    }

    @Test
    void of_constantBeforeTheTestPart_isRefusedForThatScalingAlone() throws DataException {
        double[] still = new double[SmallForecast.LENGTH];
        still[359] = 1;
        SeriesSet set = new SeriesSet("still", "0", List.of(SET.series().get(0), still));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> PreparedSeries.of(set, Scaling.TRAIN, 1))
                .withMessageContaining("Row 2 of still is 0.0 in all of its first 109 values, before the test part");
        assertThat(PreparedSeries.of(set, Scaling.ALL, 1).test()).hasSize(2);
    }
}
