package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reelsense.model.EmbeddingPrecision;
import org.reelsense.model.SentimentModel;
import org.reelsense.text.Tokenizer;

/** The model in the box: small, of this version, and with everything that made it. */
class BuiltInModelTest {

    private static final int MOST_BYTES = 6_000_000;

    private static byte[] bytes;
    private static SentimentModel model;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = SentimentModel.class.getResourceAsStream(SentimentModel.BUILT_IN)) {
            assertThat(in).as(SentimentModel.BUILT_IN).isNotNull();
            bytes = in.readAllBytes();
        }
        model = SentimentModel.builtIn();
    }

    @Test
    void builtIn_file_isSmallAndOfBytes() {
        assertThat(bytes.length).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(model.precision()).isEqualTo(EmbeddingPrecision.EIGHT_BIT);
    }

    @Test
    void builtIn_tokenizer_isThisVersions() {
        assertThat(model.tokenizer()).isEqualTo(Tokenizer.ID);
    }

    @Test
    void builtIn_provenance_isComplete() {
        assertThat(model.provenance().dataset()).isEqualTo("imdb");
        assertThat(model.provenance().dataSha256()).matches("[0-9a-f]{64}");
        assertThat(model.provenance().commit()).matches("[0-9a-f]{7,40}");
        assertThat(model.provenance().run().get("command")).startsWith("reelsense experiment ");
        assertThat(model.provenance().run()).containsEntry("embeddings", "8bit");
        assertThat(model.provenance().machine()).containsKeys("os", "cpu", "jdk", "engine");
    }

    @Test
    void builtIn_scores_areThereAndFitTogether() {
        Map<String, Double> scores = model.provenance().scores();

        assertThat(scores)
                .containsKeys("devAccuracy", "devLogLoss", "devLogLossUncalibrated", "testLogLoss", "temperature");
        assertThat(scores.get("testAccuracy"))
                .isBetween(scores.get("testAccuracyLow"), scores.get("testAccuracyHigh"))
                .isGreaterThan(0.9);
        assertThat(scores.get("devLogLoss")).isLessThanOrEqualTo(scores.get("devLogLossUncalibrated"));
    }

    @Test
    void builtIn_plainOpinions_areRecognised() throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load()) {
            assertThat(classifier
                            .classify("A wonderful film, moving and beautifully played.")
                            .probability())
                    .isGreaterThan(0.8);
            assertThat(classifier
                            .classify("A dull and stupid film, the worst waste of time.")
                            .probability())
                    .isLessThan(0.2);
        }
    }
}
