package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dropout and adversarial training inside a training pass. */
class RegularisedTrainingTest {

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
                network.load(weights);
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

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_adversarially_givesTheMeanOfTheCleanAndThePerturbedGradient(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documentsOfDistinctWords(LENGTHS);
        float norm = 0.7f;
        Gradients clean = gradients(weights, documents, Regularisation.NONE, 1);
        Gradients perturbed = gradients(perturbed(weights, documents, clean, norm), documents, Regularisation.NONE, 1);
        Gradients actual = gradients(weights, documents, new Regularisation(0, 0, norm), 1);
        Close.assertClose("dense", actual.dense(), mean(clean.dense(), perturbed.dense()), 2e-6);
        float[] expected = mean(embedding(clean), embedding(perturbed));
        Close.assertClose("embedding", embedding(actual), expected, 2e-6);

        Gradients closer = gradients(weights, documents, new Regularisation(0, 0, 0.95f * norm), 1);
        assertThatThrownBy(() -> Close.assertClose("embedding", embedding(closer), expected, 2e-6))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_adversarially_returnsTheCleanLossAndLearnsFromALargerOne(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documentsOfDistinctWords(LENGTHS);
        Gradients clean = gradients(weights, documents, Regularisation.NONE, 1);
        double cleanLoss = loss(weights, documents, Regularisation.NONE);
        double perturbedLoss = loss(perturbed(weights, documents, clean, 0.7f), documents, Regularisation.NONE);
        assertThat(loss(weights, documents, new Regularisation(0, 0, 0.7f))).isCloseTo(cleanLoss, within(1e-9));
        assertThat(perturbedLoss).isGreaterThan(1.01 * cleanLoss);
    }

    /** Moves the words of each review by a vector of that norm along the gradient; no word is in two reviews. */
    private static Weights perturbed(Weights weights, List<int[]> documents, Gradients clean, float norm) {
        int width = weights.spec().embeddingSize();
        float[] gradient = embedding(clean);
        float[] moved = weights.embedding().clone();
        for (int[] document : documents) {
            int begin = document[0] * width;
            int end = begin + document.length * width;
            double squares = IntStream.range(begin, end)
                    .mapToDouble(i -> (double) gradient[i] * gradient[i])
                    .sum();
            for (int i = begin; i < end; i++) {
                moved[i] += (float) (norm * gradient[i] / Math.sqrt(squares));
            }
        }
        return new Weights(weights.spec(), moved, weights.dense());
    }

    private static double loss(Weights weights, List<int[]> documents, Regularisation regularisation) {
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            return train(network, documents, regularisation, 1, Gradients.zero(weights.spec()));
        }
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

    private static float[] embedding(Gradients gradients) {
        return Samples.dense(gradients.embedding(), Samples.spec(Cell.RNN));
    }

    private static float[] mean(float[] a, float[] b) {
        float[] mean = new float[a.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (a[i] + b[i]) / 2;
        }
        return mean;
    }

    private static int[] everySeventh(int begin, int end) {
        return IntStream.range(begin, end).filter(i -> (i - begin) % 7 == 0).toArray();
    }
}
