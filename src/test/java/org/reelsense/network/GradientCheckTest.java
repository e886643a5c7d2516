package org.reelsense.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every gradient against the slope of the loss, in sizes off and on the kernels' vector width. */
class GradientCheckTest {

    private static final int[] LENGTHS = {1, 4, 9};

    @ParameterizedTest
    @CsvSource({
        "RNN, true, 5, 3, 12",
        "RNN, true, 16, 16, 12",
        "RNN, true, 24, 32, 12",
        "RNN, true, 128, 128, 2",
        "RNN, false, 5, 3, 12",
        "RNN, false, 16, 16, 12",
        "RNN, false, 24, 32, 12",
        "RNN, false, 128, 128, 2",
        "LSTM, true, 5, 3, 12",
        "LSTM, true, 16, 16, 12",
        "LSTM, true, 24, 32, 12",
        "LSTM, true, 128, 128, 2",
        "LSTM, false, 5, 3, 12",
        "LSTM, false, 16, 16, 12",
        "LSTM, false, 24, 32, 12",
        "LSTM, false, 128, 128, 2",
        "GRU, true, 5, 3, 12",
        "GRU, true, 16, 16, 12",
        "GRU, true, 24, 32, 12",
        "GRU, true, 128, 128, 2",
        "GRU, false, 5, 3, 12",
        "GRU, false, 16, 16, 12",
        "GRU, false, 24, 32, 12",
        "GRU, false, 128, 128, 2"
    })
    void train_anyCellAndSize_givesTheSlopeOfTheLoss(
            Cell cell, boolean bidirectional, int embeddingSize, int hiddenSize, int checksATensor) {
        NetworkSpec spec = Samples.spec(cell, bidirectional, embeddingSize, hiddenSize, 7);
        Weights weights = Samples.weights(spec, 3);
        List<int[]> documents = Samples.documents(embeddingSize, LENGTHS);
        Gradients gradients = Samples.gradients(weights, documents);
        SplittableRandom random = new SplittableRandom(hiddenSize);
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            SlopeCheck check = new SlopeCheck(() -> meanLoss(network, weights, documents));
            for (ParameterLayout.Slot slot : ParameterLayout.of(spec).slots()) {
                int[] places = places(random, slot.size(), checksATensor, slot.offset());
                check.compare(slot.name(), weights.dense(), gradients.dense(), places);
            }
            float[] embedding = Samples.dense(gradients.embedding(), spec);
            int[] places = places(random, embedding.length, 4 * checksATensor, 0);
            check.compare("embedding", weights.embedding(), embedding, places);
            check.assertMostWereCompared();
        }
    }

    /** Different places of a tensor, at most {@code checks}. */
    private static int[] places(SplittableRandom random, int size, int checks, int offset) {
        if (size <= checks) {
            return IntStream.range(offset, offset + size).toArray();
        }
        int[] places = random.ints(0, size).distinct().limit(checks).toArray();
        return Arrays.stream(places).map(place -> offset + place).toArray();
    }

    private static double meanLoss(ClassifierNetwork network, Weights weights, List<int[]> documents) {
        network.load(weights.parameters());
        double[] logits = network.exactLogits(documents);
        boolean[] positive = Samples.labels(logits.length);
        double loss = 0;
        for (int d = 0; d < logits.length; d++) {
            loss += Math.log1p(Math.exp(positive[d] ? -logits[d] : logits[d]));
        }
        return loss / logits.length;
    }
}
