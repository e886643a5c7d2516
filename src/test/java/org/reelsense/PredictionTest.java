package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {

    @ParameterizedTest
    @CsvSource({"0, NEGATIVE", "0.49999999999999994, NEGATIVE", "0.5, POSITIVE", "1, POSITIVE"})
    void ofProbability_anyInRange_namesItsSentiment(double probability, Sentiment sentiment) {
        assertThat(Prediction.ofProbability(probability))
                .isEqualTo(new Prediction(sentiment, probability, Optional.empty()));
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
                .isThrownBy(() -> new Prediction(sentiment, probability, Optional.empty()))
                .withMessageContaining("sentiment: received " + sentiment);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, POSITIVE",
        "0.79, 0.8,",
        "0.8, 0.8, POSITIVE",
        "0.21, 0.8,",
        "0.1, 0.8, NEGATIVE",
        "1, 1, POSITIVE",
        "0, 1, NEGATIVE"
    })
    void decided_sentimentsOwnProbability_mustReachTheConfidence(
            double probability, double confidence, @Nullable Sentiment expected) {
        assertThat(Prediction.ofProbability(probability).decided(confidence)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.49, 1.01, Double.NaN})
    void decided_confidenceOutsideItsRange_refused(double confidence) {
        Prediction prediction = Prediction.ofProbability(0.7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> prediction.decided(confidence))
                .withMessageContaining("confidence: received " + confidence + ", allowed 0.5 to 1");
    }
}
