package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every gradient against central differences of the loss, in sizes off and on the kernels' vector width. */
class GradientCheckTest {

    private static final float STEP = 2e-3f;
    private static final int CHECKS_A_TENSOR = 12;

    @ParameterizedTest
    @CsvSource({
        "RNN, 5, 3",
        "RNN, 16, 16",
        "RNN, 24, 32",
        "LSTM, 5, 3",
        "LSTM, 16, 16",
        "LSTM, 24, 32",
        "LSTM, 32, 64",
        "GRU, 5, 3",
        "GRU, 16, 16",
        "GRU, 24, 32",
        "LSTM, 16, 24",
        "LSTM, 16, 20",
        "LSTM, 32, 32",
        "LSTM, 64, 48",
        "LSTM, 128, 128",
        "RNN, 64, 64",
        "RNN, 128, 128",
        "RNN, 32,32",
        "RNN, 16,32",
        "RNN, 64, 32"
    })
    void train_givesTheSlopeOfTheLoss_forEveryTensor(Cell cell, int embeddingSize, int hiddenSize) {
        NetworkSpec spec = new NetworkSpec(cell, true, 30, embeddingSize, hiddenSize, 7);
        SplittableRandom random = new SplittableRandom(embeddingSize);
        Weights weights = randomWeights(spec, random);
        List<int[]> documents = documents(random);
        boolean[] positive = {true, false, true, false, false};
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            Gradients gradients = Gradients.zero(spec);
            network.train(documents, positive, positive.length, Regularisation.NONE, 1, gradients);
            for (ParameterLayout.Slot slot : ParameterLayout.of(spec).slots()) {
                for (int check = 0; check < CHECKS_A_TENSOR; check++) {
                    int i = slot.offset() + random.nextInt(slot.size());
                    double slope = slope(network, weights, weights.dense(), i, documents, positive);
                    assertSame(
                            slot.name() + "[" + (i - slot.offset()) + "]",
                            gradients.dense()[i],
                            slope);
                }
            }
            checkEmbedding(network, weights, documents, positive, gradients.embedding());
        }
    }

    private static void checkEmbedding(
            ClassifierNetwork network, Weights weights, List<int[]> documents, boolean[] positive, SparseRows rows) {
        for (int slot = 0; slot < rows.count(); slot++) {
            int column = slot % rows.width();
            int place = rows.id(slot) * rows.width() + column;
            double slope = slope(network, weights, weights.embedding(), place, documents, positive);
            assertSame("embedding[" + place + "]", rows.values()[slot * rows.width() + column], slope);
        }
    }

    private static void assertSame(String name, double gradient, double slope) {
        assertThat(Math.abs(gradient - slope))
                .as("%s: gradient %s, slope %s", name, gradient, slope)
                .isLessThan(2e-4 + 0.02 * Math.abs(slope));
    }

    private static double slope(
            ClassifierNetwork network,
            Weights weights,
            float[] values,
            int i,
            List<int[]> documents,
            boolean[] positive) {
        float kept = values[i];
        values[i] = kept + STEP;
        double above = loss(network, weights, documents, positive);
        values[i] = kept - STEP;
        double below = loss(network, weights, documents, positive);
        values[i] = kept;
        network.load(weights);
        return (above - below) / (2 * STEP);
    }

    private static double loss(ClassifierNetwork network, Weights weights, List<int[]> documents, boolean[] positive) {
        network.load(weights);
        float[] logits = network.logits(documents);
        double loss = 0;
        for (int d = 0; d < logits.length; d++) {
            loss += Math.log1p(Math.exp(positive[d] ? -logits[d] : logits[d]));
        }
        return loss / logits.length;
    }

    private static List<int[]> documents(SplittableRandom random) {
        List<int[]> documents = new ArrayList<>();
        for (int length : new int[] {1, 6, 7, 15, 22}) {
            documents.add(random.ints(length, 0, 30).toArray());
        }
        return documents;
    }

    private static Weights randomWeights(NetworkSpec spec, SplittableRandom random) {
        Weights weights = Weights.initial(spec, new float[spec.vocabularySize() * spec.embeddingSize()], 3);
        for (int i = 0; i < weights.embedding().length; i++) {
            weights.embedding()[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return weights;
    }
}
