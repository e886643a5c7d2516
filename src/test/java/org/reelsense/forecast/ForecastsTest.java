package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastsTest {

    @Test
    void rmse_errorsOfThreeAndFour_isTheRootOfTheirMeanSquare() {
        Forecasts forecasts = new Forecasts(new double[][] {{0, 0}, {0, 0}}, new double[][] {{3, 0}, {0, -4}});

        assertThat(forecasts.rmse()).isCloseTo(2.5, within(1e-15));
    }

    /** Step by step between neighbouring windows, not along a window. */
    @Test
    void directionalAccuracy_movesBetweenWindows_countByStep() {
        double[][] actual = {{1, 9}, {2, 8}, {3, 9}};
        double[][] predicted = {{5, 5}, {6, 4}, {4, 4.5}};

        assertThat(new Forecasts(actual, predicted).directionalAccuracy()).isCloseTo(3 / 4.0, within(1e-15));
    }

    @Test
    void directionalAccuracy_standingStill_isASignOfItsOwn() {
        double[][] still = {{1}, {1}};
        double[][] up = {{1}, {2}};

        assertThat(new Forecasts(still, still).directionalAccuracy()).isEqualTo(1);
        assertThat(new Forecasts(still, up).directionalAccuracy()).isZero();
        assertThat(new Forecasts(up, still).directionalAccuracy()).isZero();
    }

    @Test
    void forecasts_unsound_areRefused() {
        double[][] two = {{1}, {2}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Forecasts(new double[][] {{1}}, new double[][] {{1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecasts(two, new double[][] {{1}, {1, 2}}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecasts(new double[2][0], new double[2][0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Forecasts(two, new double[][] {{1}, {Double.NaN}}))
                .withMessageContaining("window 1, step 0")
                .withMessageContaining("diverged");
    }

    /** numpy.std of 1, 2, 4 with its default divisor, n. */
    @Test
    void overSeries_values_haveTheDeviationOfThemselves() {
        OverSeries over = OverSeries.of(1, 2, 4);

        assertThat(over.mean()).isCloseTo(7 / 3.0, within(1e-15));
        assertThat(over.deviation()).isCloseTo(1.247219128924647, within(1e-15));
        assertThat(OverSeries.of(3)).isEqualTo(new OverSeries(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> OverSeries.of());
    }
}
