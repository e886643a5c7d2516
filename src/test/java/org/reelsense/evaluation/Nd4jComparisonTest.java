package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's evaluation classes as a second opinion. They are not on the main path: they would start ND4J (0.8 s) to count
 * to four.
 *
 * <p>The sample has no two equal probabilities and none of exactly 0.5, because there ND4J differs by design: it calls
 * 0.5 negative, and its exact ROC draws tied reviews one by one, so that its area depends on their order (at three
 * levels of probability by 0.01). For ties, scikit-learn's numbers are the reference; see {@link EvaluationTest}.
 */
class Nd4jComparisonTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 317", "3, 5000", "4, 2"})
    void of_randomSampleWithoutTies_agreesWithNd4j(long seed, int n) {
        Sample sample = Sample.withoutTies(seed, n);
        INDArray labels = Nd4j.create(n, 1);
        INDArray probabilities = Nd4j.create(n, 1);
        for (int i = 0; i < n; i++) {
            labels.putScalar(i, 0, sample.positive()[i] ? 1 : 0);
            probabilities.putScalar(i, 0, sample.probabilities()[i]);
        }
        var theirs = new org.nd4j.evaluation.classification.Evaluation();
        theirs.eval(labels, probabilities);
        ROC roc = new ROC(0);
        roc.eval(labels, probabilities);

        Evaluation ours = Evaluation.of(sample.probabilities(), sample.positive());

        assertThat(ours.accuracy()).isCloseTo(theirs.accuracy(), CLOSE);
        assertThat(ours.precision()).isCloseTo(theirs.precision(1), CLOSE);
        assertThat(ours.recall()).isCloseTo(theirs.recall(1), CLOSE);
        assertThat(ours.f1()).isCloseTo(theirs.f1(1), CLOSE);
        assertThat(ours.auc().orElseThrow()).isCloseTo(roc.calculateAUC(), CLOSE);
    }
}
