package org.reelsense.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastAgreementTest {

    @Test
    void relative_aHundredthOff_isAHundredth() {
        assertThat(ForecastAgreement.relative(new float[] {3, 4}, new float[] {3, 4.05f}))
                .isCloseTo(0.01, within(1e-6));
    }

    @Test
    void relative_differentLengths_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastAgreement.relative(new float[2], new float[3]))
                .withMessageContaining("2 and 3");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-6, 1e-6, 1e-5, 0.4, true",
        "1e-3, 1e-6, 1e-5, 0.4, false",
        "1e-6, 1e-2, 1e-5, 0.4, false",
        "1e-6, 1e-6, 1e-1, 0.4, false",
        "1e-6, 1e-6, 1e-5, 1.0, false",
        "NaN, 1e-6, 1e-5, 0.4, false",
        "1e-6, NaN, 1e-5, 0.4, false",
        "1e-6, 1e-6, NaN, 0.4, false",
        "1e-6, 1e-6, 1e-5, NaN, false",
    })
    void holds_oneThingSpoiled_doesNot(
            double forecasts, double gradients, double losses, double fallen, boolean holds) {
        assertThat(new ForecastAgreement(forecasts, gradients, losses, fallen).holds())
                .isEqualTo(holds);
    }
}
