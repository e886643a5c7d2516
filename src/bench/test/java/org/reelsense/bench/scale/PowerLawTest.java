package org.reelsense.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerLawTest {

    @Test
    void fit_exactPower_findsItWithoutError() {
        PowerLaw law = PowerLaw.fit(new double[] {1, 2, 4, 8}, new double[] {3, 12, 48, 192});

        assertThat(law.exponent()).isCloseTo(2, within(1e-12));
        assertThat(law.factor()).isCloseTo(3, within(1e-12));
        assertThat(law.standardError()).isCloseTo(0, within(1e-12));
    }

    /** {@code summary(lm(log(y) ~ log(x)))} by hand: u = 0, 1, 2, 3 (powers of e), v = 0, 1, 1, 3. */
    @Test
    void fit_scatteredPoints_hasSlopeAndErrorOfLeastSquares() {
        double e = Math.E;
        PowerLaw law = PowerLaw.fit(new double[] {1, e, e * e, e * e * e}, new double[] {1, e, e, e * e * e});

        assertThat(law.exponent()).isCloseTo(0.9, within(1e-12));
        assertThat(law.factor()).isCloseTo(Math.exp(-0.1), within(1e-12));
        assertThat(law.standardError()).isCloseTo(Math.sqrt(0.7 / 2 / 5), within(1e-12));
    }

    @Test
    void fit_twoPoints_hasNoError() {
        assertThat(PowerLaw.fit(new double[] {1, 10}, new double[] {5, 50}).standardError())
                .isNaN();
    }

    @Test
    void fit_whatHasNoLogarithmOrNoSlope_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PowerLaw.fit(new double[] {1}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.fit(new double[] {1, 2}, new double[] {1, 0}))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> PowerLaw.fit(new double[] {2, 2}, new double[] {1, 3}));
    }
}
