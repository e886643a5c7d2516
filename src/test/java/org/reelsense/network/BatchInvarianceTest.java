package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands beside a review in a batch, or came before it, does not change its result. */
class BatchInvarianceTest {

    /** Bit-equal on AVX-512; other kernels may choose their order of summation by the batch's size. */
    private static final double TOLERANCE = 1e-6;

    private static final int[] LENGTHS = {1, 2, 3, 7, 8, 9, 12, 13, 16, 17, 25, 31, 40, 5, 5, 1, 60, 4, 11, 90};

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_besideLongerReviews_areTheSame(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(2, 3, 9);
        List<int[]> padded = new ArrayList<>(documents);
        padded.addAll(Samples.documents(3, 12, 35, 80));
        float[] beside = Arrays.copyOf(Samples.logits(weights, padded), documents.size());
        Close.assertClose("logits", beside, Samples.logits(weights, documents), TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_inBatchesOfAnySize_areTheSame(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(4, LENGTHS);
        float[] together = Samples.logits(weights, documents);
        for (int size : new int[] {1, 7}) {
            Close.assertClose("in batches of " + size, inBatches(weights, documents, size), together, TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_inAnotherOrder_areTheSame(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(4, LENGTHS);
        float[] straight = Samples.logits(weights, documents);
        List<Integer> order = new ArrayList<>();
        for (int d = 0; d < documents.size(); d++) {
            order.add(d);
        }
        Collections.shuffle(order, new Random(5));
        float[] shuffled =
                Samples.logits(weights, order.stream().map(documents::get).toList());
        float[] expected = new float[shuffled.length];
        for (int d = 0; d < expected.length; d++) {
            expected[d] = straight[order.get(d)];
        }
        Close.assertClose("logits", shuffled, expected, TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"RNN, 10, 12", "LSTM, 10, 12", "GRU, 10, 12", "RNN, 128, 128", "LSTM, 128, 128", "GRU, 128, 128"})
    void network_usedBefore_givesTheSameBitsAsAFreshOne(Cell cell, int embeddingSize, int hiddenSize) {
        Weights weights = Samples.weights(Samples.spec(cell, true, embeddingSize, hiddenSize, 12), 1);
        Gradients fresh = Gradients.zero(weights.spec());
        Gradients again = Gradients.zero(weights.spec());
        try (ClassifierNetwork used = new ClassifierNetwork(weights, true);
                ClassifierNetwork unused = new ClassifierNetwork(weights, true)) {
            Regularisation noisy = new Regularisation(0.5f, 0.5f, 1);
            used.train(Samples.documents(7, 5, 77, 2, 2, 9, 1), Samples.labels(6), 1, noisy, 3, again);
            used.logits(Samples.documents(8, LENGTHS));
            again.clear();
            assertSameBits(used, again, unused, fresh);
        }
    }

    private static void assertSameBits(ClassifierNetwork a, Gradients ofA, ClassifierNetwork b, Gradients ofB) {
        List<int[]> documents = Samples.documents(6, 3, 14, 8);
        double lossOfA = a.train(documents, Samples.labels(3), 3, Regularisation.NONE, 1, ofA);
        double lossOfB = b.train(documents, Samples.labels(3), 3, Regularisation.NONE, 1, ofB);
        assertThat(lossOfA).isEqualTo(lossOfB);
        Close.assertSame("dense", ofA.dense(), ofB.dense());
        Close.assertSame("embedding", ofA.embedding().values(), ofB.embedding().values());
        Close.assertSame("logits", a.logits(documents), b.logits(documents));
    }

    private static float[] inBatches(Weights weights, List<int[]> documents, int size) {
        float[] logits = new float[documents.size()];
        try (ClassifierNetwork network = new ClassifierNetwork(weights, false)) {
            for (int from = 0; from < logits.length; from += size) {
                List<int[]> batch = documents.subList(from, Math.min(from + size, logits.length));
                System.arraycopy(network.logits(batch), 0, logits, from, batch.size());
            }
        }
        return logits;
    }
}
