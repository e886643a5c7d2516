package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RocCurve} and {@link PrecisionRecallCurve}. */
class CurvesTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("curves.json", 8);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void roc_goldenCase_hasThePointsOfScikitLearn(JsonNode golden) {
        Curve curve = RocCurve.whole(probabilities(golden), positive(golden))
                .orElseThrow()
                .curve();

        assertClose(curve.x(), doubles(golden, "falsePositiveRate"));
        assertClose(curve.y(), doubles(golden, "truePositiveRate"));
    }

    /** Its points where recall rises, each with the corner that belongs to it. */
    @ParameterizedTest
    @MethodSource("goldenCases")
    void precisionRecall_goldenCase_hasTheStepsOfScikitLearn(JsonNode golden) {
        double[] recall = doubles(golden, "recall");
        double[] precision = doubles(golden, "precision");
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = recall.length - 2; i >= 0; i--) {
            if (recall[i] > recall[i + 1]) {
                x.addAll(List.of(recall[i + 1], recall[i]));
                y.addAll(List.of(precision[i], precision[i]));
            }
        }

        Curve curve = PrecisionRecallCurve.whole(probabilities(golden), positive(golden))
                .orElseThrow()
                .curve();

        assertClose(curve.x(), x.stream().mapToDouble(one -> one).toArray());
        assertClose(curve.y(), y.stream().mapToDouble(one -> one).toArray());
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void averagePrecision_goldenCase_isThatOfScikitLearn(JsonNode golden) {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(probabilities(golden), positive(golden), 50)
                .orElseThrow();

        assertThat(curve.averagePrecision()).isCloseTo(number(golden, "averagePrecision"), CLOSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void roc_anySample_hasTheAreaOfTheEvaluationAndRisesFromEndToEnd(int levels) {
        Sample sample = Sample.random(levels, 3000, levels);

        Polyline whole =
                RocCurve.whole(sample.probabilities(), sample.positive()).orElseThrow();
        Curve thinned =
                RocCurve.of(sample.probabilities(), sample.positive(), 100).orElseThrow();

        double auc =
                Evaluation.of(sample.probabilities(), sample.positive()).auc().orElseThrow();
        assertThat(whole.area()).isCloseTo(auc, CLOSE);
        assertThat(thinned.x())
                .hasSizeLessThanOrEqualTo(100)
                .isSorted()
                .startsWith(0.0)
                .endsWith(1.0);
        assertThat(thinned.y()).isSorted().startsWith(0.0).endsWith(1.0);
        assertThat(new Polyline(array(thinned.x()), array(thinned.y())).area()).isCloseTo(auc, within(0.001));
    }

    @Test
    void roc_tiedReviews_areOneStep() {
        Curve curve = RocCurve.of(new float[] {0.5f, 0.5f, 0.5f}, new boolean[] {true, false, true}, 10)
                .orElseThrow();

        assertThat(curve).isEqualTo(new Curve(List.of(0.0, 1.0), List.of(0.0, 1.0)));
    }

    @Test
    void roc_perfectModel_isThreePointsAndPrecisionTwo() {
        Sample sample = new Sample(new float[] {0.9f, 0.1f, 0.8f, 0.2f}, new boolean[] {true, false, true, false});

        assertThat(RocCurve.of(sample.probabilities(), sample.positive(), 10))
                .hasValue(new Curve(List.of(0.0, 0.0, 1.0), List.of(0.0, 1.0, 1.0)));
        assertThat(PrecisionRecallCurve.of(sample.probabilities(), sample.positive(), 10))
                .hasValue(new PrecisionRecallCurve(new Curve(List.of(0.0, 1.0), List.of(1.0, 1.0)), 1));
    }

    @Test
    void curves_shuffledReviews_areTheSameToTheBit() {
        Sample sample = Sample.random(1, 2000, 300);
        Sample other = sample.shuffled(new Random(2));

        assertThat(RocCurve.of(other.probabilities(), other.positive(), 60))
                .isEqualTo(RocCurve.of(sample.probabilities(), sample.positive(), 60));
        assertThat(PrecisionRecallCurve.of(other.probabilities(), other.positive(), 60))
                .isEqualTo(PrecisionRecallCurve.of(sample.probabilities(), sample.positive(), 60));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void curves_oneClassOnly_areEmpty(boolean only) {
        boolean[] positive = new boolean[3];
        Arrays.fill(positive, only);

        assertThat(RocCurve.of(new float[3], positive, 10)).isEmpty();
        assertThat(PrecisionRecallCurve.of(new float[3], positive, 10)).isEmpty();
    }

    @Test
    void curves_badInput_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new float[3], new boolean[2], 10))
                .withMessageContaining("3 probabilities but 2 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionRecallCurve.of(new float[] {2}, new boolean[1], 10))
                .withMessageContaining("probability 0 is 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new float[2], new boolean[] {true, false}, 1))
                .withMessageContaining("at most 1 points; give 2 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrecisionRecallCurve(new Curve(List.of(), List.of()), Double.NaN))
                .withMessageContaining("averagePrecision is NaN");
    }

    private static float[] probabilities(JsonNode golden) {
        return Golden.floats(golden.required("probabilities"));
    }

    private static boolean[] positive(JsonNode golden) {
        return Golden.booleans(golden.required("positive"));
    }

    private static double[] doubles(JsonNode golden, String name) {
        JsonNode array = golden.required(name);
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).doubleValue())
                .toArray();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(one -> one).toArray();
    }

    private static void assertClose(List<Double> found, double[] expected) {
        assertThat(array(found)).containsExactly(expected, CLOSE);
    }
}
