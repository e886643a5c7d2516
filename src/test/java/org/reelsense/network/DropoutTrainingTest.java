package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dropout inside a training pass. */
class DropoutTrainingTest {

    private static final Regularisation DROPOUT = new Regularisation(0.3f, 0.5f, 0);
    private static final int[] LENGTHS = {5, 1, 14, 9};

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_withDropout_givesTheSlopeOfTheLossUnderTheSameMasks(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(2, LENGTHS);
        Gradients gradients = Gradients.zero(weights.spec());
        Gradients unused = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            train(network, documents, DROPOUT, 9, gradients);
            SlopeCheck check = new SlopeCheck(() -> {
                network.load(weights.parameters());
                return train(network, documents, DROPOUT, 9, unused);
            });
            for (ParameterLayout.Slot slot : ParameterLayout.of(weights.spec()).slots()) {
                int[] places = everySeventh(slot.offset(), slot.offset() + slot.size());
                check.compare(slot.name(), weights.dense(), gradients.dense(), places);
            }
            float[] embedding = Samples.dense(gradients.embedding(), weights.spec());
            check.compare("embedding", weights.embedding(), embedding, everySeventh(0, embedding.length));
            check.assertMostWereCompared();
        }
    }

    @Test
    void train_withDropout_isAFunctionOfTheSeed() {
        Weights weights = Samples.weights(Samples.spec(Cell.GRU), 1);
        float[] first =
                gradients(weights, Samples.documents(2, LENGTHS), DROPOUT, 9).dense();
        float[] again =
                gradients(weights, Samples.documents(2, LENGTHS), DROPOUT, 9).dense();
        float[] other =
                gradients(weights, Samples.documents(2, LENGTHS), DROPOUT, 10).dense();
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static Gradients gradients(
            Weights weights, List<int[]> documents, Regularisation regularisation, long seed) {
        Gradients gradients = Gradients.zero(weights.spec());
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            train(network, documents, regularisation, seed, gradients);
        }
        return gradients;
    }

    /** Returns the mean loss, whose gradient it adds. */
    private static double train(
            ClassifierNetwork network, List<int[]> documents, Regularisation how, long seed, Gradients gradients) {
        int count = documents.size();
        return network.train(documents, Samples.labels(count), count, how, seed, gradients) / count;
    }

    private static int[] everySeventh(int begin, int end) {
        return IntStream.range(begin, end).filter(i -> (i - begin) % 7 == 0).toArray();
    }
}
