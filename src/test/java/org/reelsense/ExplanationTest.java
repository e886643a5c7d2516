package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.model.RandomModels;
import org.reelsense.network.Arithmetic;
import org.reelsense.network.IntegratedGradients;
import org.reelsense.network.ScoringWeights;

class ExplanationTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = folder.resolve("model.safetensors");
        RandomModels.lstm().write(model);
    }

    @Test
    void explain_text_namesEachTokenWhereItStands() throws IOException {
        String text = "Word7 <b>word3</b>&amp;word9!";
        try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
            Prediction prediction = classifier.explain(text);
            List<Contribution> contributions =
                    prediction.explanation().orElseThrow().contributions();

            assertThat(contributions)
                    .extracting(Contribution::token)
                    .containsExactly("word7", "word3", "&", "word9", "!");
            assertThat(contributions)
                    .extracting(one -> text.substring(one.begin(), one.end()))
                    .containsExactly("Word7", "word3", "&amp;", "word9", "!");
        }
    }

    @Test
    void explain_texts_predictAsClassifyAndAddUp() throws IOException {
        List<String> texts = RandomModels.texts(30, 4);
        try (SentimentClassifier classifier = SentimentClassifier.load(model, 2)) {
            List<Prediction> explained = classifier.explain(texts);
            for (int i = 0; i < texts.size(); i++) {
                Prediction plain = classifier.classify(texts.get(i));
                Explanation why = explained.get(i).explanation().orElseThrow();

                assertThat(explained.get(i).probability()).isEqualTo(plain.probability());
                assertThat(1 / (1 + Math.exp(-why.logit()))).isCloseTo(plain.probability(), within(1e-6));
                assertThat(plain.explanation()).isEmpty();
                assertThat(classifier.explain(texts.get(i)))
                        .as("the same bits again")
                        .isEqualTo(explained.get(i));
            }
            assertThat(explained.stream()
                            .mapToDouble(ExplanationTest::missed)
                            .average()
                            .orElseThrow())
                    .as("what the shares miss, as a part of the way")
                    .isLessThan(0.05);
        }
    }

    private static double missed(Prediction prediction) {
        Explanation why = prediction.explanation().orElseThrow();
        return Math.abs(why.rest() / (why.logit() - why.baseline()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<br />"})
    void explain_noWord_isOneUnknownWordAllOver(String text) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
            assertThat(classifier.explain(text).explanation().orElseThrow().contributions())
                    .singleElement()
                    .satisfies(one -> assertThat(List.of(one.token(), one.begin(), one.end()))
                            .containsExactly("<unk>", 0, text.length()));
        }
    }

    @Test
    void explain_tooLong_predictionOnly() throws IOException {
        String text = "word5 ".repeat(20_001);
        try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
            assertThat(classifier.explain(text)).isEqualTo(classifier.classify(text));
        }
    }

    /** What the workers keep does not grow with the longest text they ever explained. */
    @Test
    void attribution_ofALongText_leavesNoBuffersBehind() throws Exception {
        try (ScoringThreads threads = new ScoringThreads(weights(), 1)) {
            threads.forEach(1, (worker, index) -> worker.attribution(new int[10]));
            assertThat(threads.explainers()).isEqualTo(1);

            double[][] shares = new double[2][];
            int[] document = new int[IntegratedGradients.TOKENS_TOGETHER + 1];
            threads.forEach(
                    2,
                    (worker, index) ->
                            shares[index] = worker.attribution(document).shares());

            assertThat(threads.explainers()).isZero();
            assertThat(shares[1]).isEqualTo(shares[0]);
        }
    }

    @Test
    void contribution_wrongValues_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contribution("a", 3, 2, 0))
                .withMessageContaining("begin, end: received 3, 2, allowed 0 <= begin <= end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contribution("a", 0, 1, Double.NaN))
                .withMessageContaining("value: received NaN");
    }

    private static ScoringWeights weights() {
        return ScoringWeights.of(RandomModels.lstm().weights(), Arithmetic.FLOAT);
    }
}
