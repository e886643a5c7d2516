package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {

    @ParameterizedTest
    @CsvSource({"0, NEGATIVE", "0.49999999999999994, NEGATIVE", "0.5, POSITIVE", "1, POSITIVE"})
    void ofProbability_anyInRange_namesItsSentiment(double probability, Sentiment sentiment) {
        assertThat(Prediction.ofProbability(probability)).isEqualTo(new Prediction(sentiment, probability));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, Double.POSITIVE_INFINITY})
    void prediction_probabilityOutsideItsRange_refused(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prediction.ofProbability(probability))
                .withMessageContaining("probability: received " + probability + ", allowed 0 to 1");
    }

    @ParameterizedTest
    @CsvSource({"POSITIVE, 0.4", "NEGATIVE, 0.5"})
    void prediction_sentimentThatDoesNotFollow_refused(Sentiment sentiment, double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prediction(sentiment, probability))
                .withMessageContaining("sentiment: received " + sentiment);
    }
}
