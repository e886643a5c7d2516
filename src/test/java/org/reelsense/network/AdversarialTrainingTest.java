package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adversarial training (Miyato et al. 2017) against the two passes done by hand. */
class AdversarialTrainingTest {

    private static final int[] LENGTHS = {5, 1, 14, 9};
    private static final float NORM = 0.7f;
    private static final double TOLERANCE = 2e-6;

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_adversarially_givesTheMeanOfTheCleanAndThePerturbedGradient(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documentsOfDistinctWords(LENGTHS);
        Gradients clean = gradients(weights, documents, Regularisation.NONE);
        Gradients perturbed = gradients(perturbed(weights, documents, clean), documents, Regularisation.NONE);
        Gradients actual = gradients(weights, documents, new Regularisation(0, 0, NORM));
        Close.assertClose("dense", actual.dense(), mean(clean.dense(), perturbed.dense()), TOLERANCE);
        float[] expected = mean(embedding(clean), embedding(perturbed));
        Close.assertClose("embedding", embedding(actual), expected, TOLERANCE);

        Gradients closer = gradients(weights, documents, new Regularisation(0, 0, 0.95f * NORM));
        assertThatThrownBy(() -> Close.assertClose("embedding", embedding(closer), expected, TOLERANCE))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_adversarially_returnsTheCleanLossAndLearnsFromALargerOne(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documentsOfDistinctWords(LENGTHS);
        Gradients clean = gradients(weights, documents, Regularisation.NONE);
        double cleanLoss = loss(weights, documents, Regularisation.NONE);
        double perturbedLoss = loss(perturbed(weights, documents, clean), documents, Regularisation.NONE);
        assertThat(loss(weights, documents, new Regularisation(0, 0, NORM))).isCloseTo(cleanLoss, within(1e-9));
        assertThat(perturbedLoss).isGreaterThan(1.01 * cleanLoss);
    }

    /** Moves the words of each review by a vector of norm NORM along the gradient; no word is in two reviews. */
    private static Weights perturbed(Weights weights, List<int[]> documents, Gradients clean) {
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
                moved[i] += (float) (NORM * gradient[i] / Math.sqrt(squares));
            }
        }
        return new Weights(weights.spec(), moved, weights.dense());
    }

    private static double loss(Weights weights, List<int[]> documents, Regularisation how) {
        return train(weights, documents, how, Gradients.zero(weights.spec()));
    }

    private static Gradients gradients(Weights weights, List<int[]> documents, Regularisation how) {
        Gradients gradients = Gradients.zero(weights.spec());
        train(weights, documents, how, gradients);
        return gradients;
    }

    private static double train(Weights weights, List<int[]> documents, Regularisation how, Gradients gradients) {
        int count = documents.size();
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            return network.train(documents, Samples.labels(count), count, how, 1, gradients);
        }
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
}
