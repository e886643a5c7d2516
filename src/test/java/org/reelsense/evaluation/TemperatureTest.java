package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("temperature.json", 7);
    }

    /** SciPy searches by the loss, which is flat at its minimum: half of the digits. */
    @ParameterizedTest
    @MethodSource("goldenCases")
    void fit_goldenCase_isScipysMinimum(JsonNode golden) {
        float[] logits = Golden.floats(golden.required("logits"));
        boolean[] positive = Golden.booleans(golden.required("positive"));

        Temperature temperature = Temperature.fit(logits, positive);

        assertThat(temperature.value()).isCloseTo(number(golden, "temperature"), Percentage.withPercentage(1e-4));
        assertThat(logLoss(temperature.divide(logits), positive))
                .isCloseTo(number(golden, "logLoss"), within(1e-7))
                .isLessThanOrEqualTo(logLoss(logits, positive));
    }

    @Test
    void fit_whatIsFittedAlready_isOne() throws IOException {
        for (JsonNode golden : goldenCases().subList(0, 4)) {
            float[] logits = Golden.floats(golden.required("logits"));
            boolean[] positive = Golden.booleans(golden.required("positive"));

            float[] calibrated = Temperature.fit(logits, positive).divide(logits);

            assertThat(Temperature.fit(calibrated, positive).value()).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void divide_anyLogit_keepsItsSign() {
        float[] logits = {-80, -1e-30f, 0, 1e-30f, 80};

        for (double value : new double[] {Temperature.LEAST, 1.37, Temperature.MOST}) {
            float[] divided = new Temperature(value).divide(logits);
            for (int i = 0; i < logits.length; i++) {
                assertThat(Math.signum(divided[i])).isEqualTo(Math.signum(logits[i]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.09, 10.1, Double.NaN, Double.POSITIVE_INFINITY})
    void temperature_outOfRange_refused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Temperature(value))
                .withMessageContaining("temperature is " + value);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void fit_logitThatIsNotFinite_refused(float bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.fit(new float[] {1, bad}, new boolean[] {true, true}))
                .withMessageContaining("logit 1 is " + bad);
    }

    @Test
    void fit_otherLengths_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.fit(new float[2], new boolean[3]))
                .withMessageContaining("2 logits but 3 labels");
    }

    private static double logLoss(float[] logits, boolean[] positive) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += Math.log1p(Math.exp(positive[i] ? -logits[i] : logits[i]));
        }
        return sum / logits.length;
    }
}
