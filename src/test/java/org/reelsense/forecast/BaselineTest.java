package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final double[][] WINDOW = {{1, 2, 3, 4}};

    @Test
    void persistence_anyWindow_repeatsItsLastValue() {
        assertThat(new Persistence(3).forecast(WINDOW)).isDeepEqualTo(new double[][] {{4, 4, 4}});
    }

    @Test
    void seasonal_anyWindow_repeatsItsLastSeason() {
        assertThat(new SeasonalNaive(5, 3).forecast(WINDOW)).isDeepEqualTo(new double[][] {{2, 3, 4, 2, 3}});
        assertThat(new SeasonalNaive(2, 1).forecast(WINDOW)).isDeepEqualTo(new Persistence(2).forecast(WINDOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeasonalNaive(1, 5).forecast(WINDOW))
                .withMessageContaining("lag is 5; it must be 4 or less");
        assertThatIllegalArgumentException().isThrownBy(() -> new SeasonalNaive(1, 0));
    }

    /** A series made by x' = 0.5 x - 0.3 x'' + 0.1 + noise gives these numbers back, and so all later steps. */
    @Test
    void ridge_autoregressiveSeries_findsItsRule() {
        double[] series = new double[20_000];
        Random random = new Random(2);
        for (int i = 2; i < series.length; i++) {
            series[i] = 0.5 * series[i - 1] - 0.3 * series[i - 2] + 0.1 + 0.1 * random.nextGaussian();
        }
        Baseline ridge = RidgeAutoregression.fit(Windows.train(series, new Windowing(4, 2, 10)));

        double[] forecast = ridge.forecast(new double[][] {{9, -9, 0.2, 0.6}})[0];
        assertThat(forecast[0]).isCloseTo(0.34, within(0.1));
        assertThat(forecast[1]).isCloseTo(0.09, within(0.1));
        assertThat(ridge.parameters()).isEqualTo(10);
    }

    /** What the penalty is for: 60 equal columns have no single solution without it. */
    @Test
    void ridge_seriesWithoutVariety_isStillSolved() {
        double[] flat = new double[400];
        Arrays.fill(flat, 0.5);
        Baseline ridge = RidgeAutoregression.fit(Windows.train(flat, Windowing.ofExperiment(1)));

        assertThat(ridge.forecast(new double[][] {Arrays.copyOf(flat, 60)})[0][0])
                .isCloseTo(0.5, within(1e-4));
    }

    @Test
    void ridge_badPenalty_isRefused() {
        Windows train = Windows.train(new double[400], Windowing.ofExperiment(1));

        assertThatIllegalArgumentException().isThrownBy(() -> RidgeAutoregression.fit(train, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> RidgeAutoregression.fit(train, Double.NaN, true));
    }

    @Test
    void cholesky_matrix_isSolvedAndAnIndefiniteOneRefused() {
        double[][] solved = Cholesky.of(new double[][] {{4, 0}, {2, 5}}).solve(new double[][] {{8, 2}, {9, 5}});

        assertThat(solved[0]).containsExactly(new double[] {1.375, 0}, within(1e-15));
        assertThat(solved[1]).containsExactly(new double[] {1.25, 1}, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
                .withMessageContaining("larger penalty");
    }
}
