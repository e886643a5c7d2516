package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("evaluation.json", 12);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void of_goldenCase_givesTheScoresOfScikitLearn(JsonNode golden) {
        Evaluation evaluation = Evaluation.of(
                Golden.floats(golden.required("probabilities")), Golden.booleans(golden.required("positive")));

        assertThat(evaluation.confusion())
                .isEqualTo(new ConfusionMatrix(
                        golden.required("truePositives").longValue(),
                        golden.required("falsePositives").longValue(),
                        golden.required("trueNegatives").longValue(),
                        golden.required("falseNegatives").longValue()));
        assertThat(evaluation.accuracy()).isCloseTo(number(golden, "accuracy"), CLOSE);
        assertThat(evaluation.accuracyInterval().low()).isCloseTo(number(golden, "accuracyLow"), CLOSE);
        assertThat(evaluation.accuracyInterval().high()).isCloseTo(number(golden, "accuracyHigh"), CLOSE);
        assertThat(evaluation.precision()).isCloseTo(number(golden, "precision"), CLOSE);
        assertThat(evaluation.recall()).isCloseTo(number(golden, "recall"), CLOSE);
        assertThat(evaluation.f1()).isCloseTo(number(golden, "f1"), CLOSE);
        assertThat(evaluation.logLoss()).isCloseTo(number(golden, "logLoss"), CLOSE);
        assertThat(evaluation.brier()).isCloseTo(number(golden, "brier"), CLOSE);
        assertThat(evaluation.calibrationError()).isCloseTo(number(golden, "calibrationError"), CLOSE);
        if (golden.required("auc").isNull()) {
            assertThat(evaluation.auc()).isEmpty();
        } else {
            assertThat(evaluation.auc().orElseThrow()).isCloseTo(number(golden, "auc"), CLOSE);
        }
    }

    @Test
    void of_shuffledReviews_givesTheSameCountsAndTheSameAreaToTheBit() {
        Sample sample = Sample.random(1, 2000, 50);
        Evaluation ordered = Evaluation.of(sample.probabilities(), sample.positive());

        Sample other = sample.shuffled(new Random(2));
        Evaluation shuffled = Evaluation.of(other.probabilities(), other.positive());

        assertThat(shuffled.confusion()).isEqualTo(ordered.confusion());
        assertThat(shuffled.auc()).isEqualTo(ordered.auc());
        assertThat(shuffled.logLoss()).isCloseTo(ordered.logLoss(), CLOSE);
    }

    @Test
    void auc_manySmallSamplesWithTies_isTheShareOfPairsInOrder() {
        for (int seed = 0; seed < 300; seed++) {
            Sample sample = Sample.random(seed, 1 + seed % 23, 1 + seed % 7);

            assertThat(Evaluation.of(sample.probabilities(), sample.positive()).auc())
                    .as("seed %d", seed)
                    .isEqualTo(sharePairByPair(sample.probabilities(), sample.positive()));
        }
    }

    @Test
    void auc_negativeZero_tiesWithZero() {
        Evaluation evaluation = Evaluation.of(new float[] {-0f, 0f}, new boolean[] {false, true});

        assertThat(evaluation.auc()).hasValue(0.5);
    }

    @Test
    void auc_classesSwappedAndProbabilitiesComplemented_staysTheSame() {
        Sample sample = Sample.random(3, 501, 64);
        float[] complement = new float[sample.positive().length];
        boolean[] negative = new boolean[complement.length];
        for (int i = 0; i < complement.length; i++) {
            complement[i] = 1 - sample.probabilities()[i];
            negative[i] = !sample.positive()[i];
        }

        assertThat(Evaluation.of(complement, negative).auc())
                .isEqualTo(
                        Evaluation.of(sample.probabilities(), sample.positive()).auc());
    }

    @Test
    void logLoss_certainAndWrong_isFiniteAndAsDocumented() {
        Evaluation evaluation = Evaluation.of(new float[] {0, 1}, new boolean[] {true, false});

        assertThat(evaluation.logLoss()).isCloseTo(23 * Math.log(2), CLOSE).isLessThan(15.95);
    }

    @Test
    void correct_matchesTheCountOfTheConfusionMatrix() {
        Sample sample = Sample.random(4, 999, 10);

        boolean[] correct = Evaluation.correct(sample.probabilities(), sample.positive());

        long right = 0;
        for (boolean one : correct) {
            right += one ? 1 : 0;
        }
        assertThat(right)
                .isEqualTo(Evaluation.of(sample.probabilities(), sample.positive())
                        .confusion()
                        .correct());
        assertThat(Evaluation.correct(new float[] {0.5f, 0.5f, 0.4f}, new boolean[] {true, false, false}))
                .containsExactly(true, false, true);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, -0.001f, 1.0000001f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void of_probabilityOutOfRange_isRefusedByPositionAndValue(float bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(new float[] {0.5f, bad}, new boolean[] {true, false}))
                .withMessageContaining("probability 1 is " + bad)
                .withMessageContaining("0 to 1");
    }

    @Test
    void of_lengthsDiffer_isRefusedWithBothLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(new float[3], new boolean[2]))
                .withMessageContaining("3 probabilities but 2 labels");
    }

    @Test
    void of_nothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(new float[0], new boolean[0]))
                .withMessageContaining("at least one");
    }

    @Test
    void constructor_scoreOutOfRange_isRefusedByName() {
        ConfusionMatrix one = new ConfusionMatrix(1, 0, 0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(one, Double.NaN, 0, OptionalDouble.empty(), 0))
                .withMessageContaining("logLoss is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(one, 0, 1.5, OptionalDouble.empty(), 0))
                .withMessageContaining("brier is 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(one, 0, 0, OptionalDouble.of(-1), 0))
                .withMessageContaining("auc is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(one, 0, 0, OptionalDouble.empty(), Double.NaN))
                .withMessageContaining("calibrationError is NaN");
    }

    private static OptionalDouble sharePairByPair(float[] probabilities, boolean[] positive) {
        double wins = 0;
        long pairs = 0;
        for (int i = 0; i < positive.length; i++) {
            for (int j = 0; j < positive.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(wins / pairs);
    }
}
