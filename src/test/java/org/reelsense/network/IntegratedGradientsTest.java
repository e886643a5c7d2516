package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegratedGradientsTest {

    private static final int STEPS = 400;

    /** No word twice, so that a word's embedding is one token's; two pieces. */
    private static final int[] DOCUMENT = {3, 1, 4, 15, 9, 2, 6, 5, 35, 8, 7, 32, 38, 20, 30};

    /** The gradient of the logit against slopes of the logit, which the gradient's code has no part in. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void tokenGradients_ofTheLogit_areItsSlopes(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        int width = weights.spec().embeddingSize();
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            network.scaledLogits(List.of(DOCUMENT), 1);
            float[] gradients =
                    network.tokenGradients(List.of(DOCUMENT), new float[] {1}).clone();
            for (int i = 0; i < DOCUMENT.length; i++) {
                int place = DOCUMENT[i] * width + i % width;
                double slope = slope(network, weights, place);
                assertThat((double) gradients[i * width + i % width]).isCloseTo(slope, within(2e-3));
            }
        }
    }

    private static double slope(ClassifierNetwork network, Weights weights, int place) {
        float[] embedding = weights.embedding();
        float step = 1e-2f;
        float before = embedding[place];
        embedding[place] = before + step;
        network.load(weights.parameters());
        double above = network.logits(List.of(DOCUMENT))[0];
        embedding[place] = before - step;
        network.load(weights.parameters());
        double below = network.logits(List.of(DOCUMENT))[0];
        embedding[place] = before;
        network.load(weights.parameters());
        return (above - below) / (2 * step);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void attribute_withManySteps_addsUpToTheLogit(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        double logit = Samples.logits(weights, List.of(DOCUMENT))[0];
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            Attribution attribution = new IntegratedGradients(network, STEPS).attribute(DOCUMENT);

            assertThat(attribution.shares()).hasSize(DOCUMENT.length);
            assertThat(attribution.baseline()).isCloseTo(baseline(weights), within(1e-6));
            assertThat(Math.abs(logit - attribution.baseline()))
                    .as("a way to go")
                    .isGreaterThan(0.02);
            assertThat(attribution.rest(logit)).isCloseTo(0, within(0.01 * Math.abs(logit - attribution.baseline())));
        }
    }

    /** More tokens than go together at once. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void attribute_longReview_addsUpToTheLogit(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        int[] document = Samples.documents(4, 2_000).get(0);
        double logit = Samples.logits(weights, List.of(document))[0];
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            Attribution attribution = new IntegratedGradients(network, STEPS).attribute(document);

            assertThat(attribution.rest(logit)).isCloseTo(0, within(0.05 * Math.abs(logit - attribution.baseline())));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void attribute_wrongUse_refused(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new IntegratedGradients(network, 3).attribute(DOCUMENT))
                    .withMessageContaining("opened for logits only");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IntegratedGradients(network, 0))
                    .withMessageContaining("steps: 0");
        }
    }

    private static double baseline(Weights weights) {
        Weights zero = new Weights(weights.spec(), new float[weights.embedding().length], weights.dense());
        return Samples.logits(zero, List.of(DOCUMENT))[0];
    }
}
