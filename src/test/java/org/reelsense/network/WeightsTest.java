package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsTest {

    @Test
    void weights_ofAnotherSize_areRefused() {
        NetworkSpec spec = Samples.spec(Cell.RNN);
        Weights weights = Samples.weights(spec, 1);
        assertThatThrownBy(() -> new Weights(spec, new float[3], weights.dense()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embedding: 3 values")
                .hasMessageContaining("400");
        assertThatThrownBy(() -> new Weights(spec, weights.embedding(), new float[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dense: 4 values")
                .hasMessageContaining(Integer.toString(weights.dense().length));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void initial_fillsEachTensorEvenlyWithinItsBound(Cell cell) {
        NetworkSpec spec = Samples.spec(cell, true, 60, 64, 10);
        Weights weights = initial(spec, 1);
        for (ParameterLayout.Slot slot : ParameterLayout.of(spec).slots()) {
            boolean output = slot.name().startsWith("output.");
            double bound = 1 / Math.sqrt(output ? spec.pooledSize() : spec.hiddenSize());
            boolean forget = cell == Cell.LSTM && slot.name().startsWith("rnn.bias_ih");
            double sum = 0;
            for (int i = 0; i < slot.size(); i++) {
                boolean open = forget && i / spec.hiddenSize() == 1;
                double value = weights.dense()[slot.offset() + i] - (open ? 1 : 0);
                assertThat(Math.abs(value)).as("%s[%d]", slot.name(), i).isLessThanOrEqualTo(bound + 1e-6);
                sum += value * value;
            }
            if (slot.size() >= 64) {
                // a uniform value has variance bound^2 / 3
                assertThat(3 * sum / slot.size() / (bound * bound)).isCloseTo(1, within(0.5));
            }
        }
    }

    @Test
    void initial_isAFunctionOfTheSeed_andCopiesTheEmbedding() {
        NetworkSpec spec = Samples.spec(Cell.GRU);
        float[] embedding = new float[spec.vocabularySize() * spec.embeddingSize()];
        Weights weights = Weights.initial(spec, embedding, 5);
        assertThat(weights.dense())
                .isEqualTo(initial(spec, 5).dense())
                .isNotEqualTo(initial(spec, 6).dense());
        embedding[0] = 9;
        assertThat(weights.embedding()[0]).isZero();
    }

    @Test
    void copy_changed_leavesTheOriginal() {
        Weights weights = Samples.weights(Samples.spec(Cell.GRU), 1);
        float embedding = weights.embedding()[0];
        float dense = weights.dense()[0];
        Weights copy = weights.copy();
        copy.embedding()[0] += 1;
        copy.dense()[0] += 1;
        assertThat(weights.embedding()[0]).isEqualTo(embedding);
        assertThat(weights.dense()[0]).isEqualTo(dense);
    }

    @Test
    void withLogitsDividedBy_anyTemperature_dividesTheLogits() {
        Weights weights = Samples.weights(Samples.spec(Cell.LSTM), 1);
        var documents = Samples.documents(3, 5, 20);
        float[] logits = Samples.logits(weights, documents);

        float[] divided = Samples.logits(weights.withLogitsDividedBy(2.5), documents);

        for (int i = 0; i < logits.length; i++) {
            assertThat(divided[i]).isCloseTo(logits[i] / 2.5f, within(1e-6f));
            assertThat(Math.signum(divided[i])).isEqualTo(Math.signum(logits[i]));
        }
        assertThat(Samples.logits(weights, documents)).as("the original stays").isEqualTo(logits);
    }

    @Test
    void withLogitsDividedBy_noTemperature_isRefused() {
        Weights weights = Samples.weights(Samples.spec(Cell.GRU), 1);
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> weights.withLogitsDividedBy(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("temperature: " + wrong);
        }
    }

    @Test
    void load_weightsOfAnotherNetwork_isRefused() {
        Weights weights = Samples.weights(Samples.spec(Cell.GRU), 1);
        Weights other = Samples.weights(Samples.spec(Cell.LSTM), 1);
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            assertThatThrownBy(() -> network.load(other.parameters()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("values, but the spec asks for");
        }
    }

    @Test
    void load_changedWeights_changesTheLogits() {
        Weights weights = Samples.weights(Samples.spec(Cell.GRU), 1);
        Weights changed = Samples.weights(weights.spec(), 2);
        var documents = Samples.documents(3, 5, 20);
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            network.logits(documents);
            network.load(changed.parameters());
            Close.assertSame("logits", network.logits(documents), Samples.logits(changed, documents));
        }
    }

    private static Weights initial(NetworkSpec spec, long seed) {
        return Weights.initial(spec, new float[spec.vocabularySize() * spec.embeddingSize()], seed);
    }
}
