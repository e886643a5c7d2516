package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateScheduleTest {

    private static final int STEPS = 40;

    @ParameterizedTest
    @ValueSource(floats = {0, 0.1f, 0.5f, 1})
    void factor_anyWarmUp_climbsToOneAndFallsButNotToZero(float warmUp) {
        double[] factors = factors(warmUp);
        int climb = Math.round(warmUp * factors.length);

        assertThat(factors).hasSize(STEPS);
        assertThat(LongStream.range(0, factors.length).mapToDouble(i -> factors[(int) i]))
                .contains(1.0);
        for (int step = 0; step < factors.length; step++) {
            assertThat(factors[step]).isGreaterThan(0).isLessThanOrEqualTo(1);
            if (step > 0 && step < climb) {
                assertThat(factors[step]).isGreaterThan(factors[step - 1]);
            } else if (step > climb) {
                assertThat(factors[step]).isLessThan(factors[step - 1]);
            }
        }
    }

    @Test
    void factor_noWarmUp_beginsAtOne() {
        assertThat(factors(0)[0]).isEqualTo(1);
    }

    @Test
    void factor_allWarmUp_endsAtOne() {
        double[] factors = factors(1);

        assertThat(factors[factors.length - 1]).isEqualTo(1);
        assertThat(factors[0]).isEqualTo(1f / factors.length);
    }

    @Test
    void factor_lines_areStraight() {
        assertThat(factors(0.1f))
                .startsWith(0.25, 0.5, 0.75, 1, 1, 35 / 36f, 34 / 36f)
                .endsWith(2 / 36f, 1 / 36f);
    }

    @Test
    void factor_constant_isOneAllTheTime() {
        assertThat(factors(new RateSchedule.Constant())).hasSize(STEPS).containsOnly(1);
    }

    private static double[] factors(float warmUp) {
        return factors(new RateSchedule.SlantedTriangle(warmUp));
    }

    private static double[] factors(RateSchedule schedule) {
        return LongStream.range(0, STEPS)
                .mapToDouble(step -> schedule.factor(step, STEPS))
                .toArray();
    }
}
