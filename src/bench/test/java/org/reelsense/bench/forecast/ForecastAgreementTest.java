package org.reelsense.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.bench.forecast.ForecastAgreement.Answers;

class ForecastAgreementTest {

    private static final Answers ANSWERS = new Answers(new float[] {3, 4}, new float[] {6, 8}, new float[] {2, 1});

    @Test
    void between_theSameAnswers_holds() {
        ForecastAgreement same = ForecastAgreement.between(ANSWERS, ANSWERS);

        assertThat(same).isEqualTo(new ForecastAgreement(0, 0, 0, 0.5));
        assertThat(same.holds()).isTrue();
    }

    @Test
    void between_aDifferenceInEachAnswer_isFoundThere() {
        ForecastAgreement agreement = ForecastAgreement.between(
                ANSWERS, new Answers(new float[] {3, 4.05f}, new float[] {6, 8.2f}, new float[] {2, 1.5f}));

        assertThat(agreement.forecasts()).isCloseTo(0.01, within(1e-6));
        assertThat(agreement.gradients()).isCloseTo(0.02, within(1e-6));
        assertThat(agreement.losses()).isCloseTo(0.5 / Math.sqrt(5), within(1e-6));
        assertThat(agreement.fallen()).isEqualTo(0.75);
    }

    @Test
    void between_differentLengths_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastAgreement.between(
                        ANSWERS, new Answers(new float[3], ANSWERS.gradients(), ANSWERS.losses())))
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
