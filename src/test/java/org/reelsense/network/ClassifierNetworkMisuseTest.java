package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is outside the contract ends in an exception, or in nothing, and never in memory that is not ours. */
class ClassifierNetworkMisuseTest {

    private static final List<int[]> DOCUMENTS = Samples.documents(1, 5, 20);

    @ParameterizedTest
    @EnumSource(Cell.class)
    void network_givenAnEmptyBatch_doesNothing(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            float[] before = network.logits(DOCUMENTS);
            assertThat(network.logits(List.of())).isEmpty();
            double loss = network.train(List.of(), new boolean[0], 1, new Regularisation(0, 0, 1), 1, gradients);
            assertThat(loss).isZero();
            assertThat(gradients.dense()).containsOnly(0);
            assertThat(gradients.embedding().count()).isZero();
            Close.assertSame("logits", network.logits(DOCUMENTS), before);
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_onANetworkOpenedForLogits_isRefused(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            assertThatThrownBy(() -> network.train(DOCUMENTS, Samples.labels(2), 2, Regularisation.NONE, 1, gradients))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("opened for logits only");
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_ofATokenOutsideTheVocabulary_areRefused(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            for (int id : new int[] {-1, weights.spec().vocabularySize()}) {
                assertThatThrownBy(() -> network.logits(List.of(new int[] {id})))
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void network_closed_refusesToWork(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        ClassifierNetwork network = new ClassifierNetwork(weights, false);
        network.logits(DOCUMENTS);
        network.close();
        network.close();
        List.<ThrowingCallable>of(() -> network.logits(DOCUMENTS), () -> network.load(weights.parameters()))
                .forEach(use -> assertThatThrownBy(use)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed"));
    }
}
