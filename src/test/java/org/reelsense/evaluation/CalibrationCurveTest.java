package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationCurveTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("curves.json", 8);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void of_goldenCase_givesTheBinsOfScikitLearn(JsonNode golden) {
        List<CalibrationBin> bins = CalibrationCurve.of(
                Golden.floats(golden.required("probabilities")), Golden.booleans(golden.required("positive")));

        assertThat(bins).hasSameSizeAs(golden.required("positiveShare"));
        for (int i = 0; i < bins.size(); i++) {
            assertThat(bins.get(i).positiveShare())
                    .isCloseTo(golden.required("positiveShare").get(i).doubleValue(), CLOSE);
            assertThat(bins.get(i).meanProbability())
                    .isCloseTo(golden.required("meanProbability").get(i).doubleValue(), CLOSE);
        }
    }

    @Test
    void of_anySample_countsEachReviewOnceInBinsThatRise() {
        Sample sample = Sample.random(5, 4321, 97);

        List<CalibrationBin> bins = CalibrationCurve.of(sample.probabilities(), sample.positive());

        assertThat(bins.stream().mapToLong(CalibrationBin::reviews).sum()).isEqualTo(4321);
        assertThat(bins).isSortedAccordingTo((a, b) -> Double.compare(a.high(), b.low()));
    }

    @Test
    void of_probabilitiesAtTheEdges_fallWhereTheDefinitionPutsThem() {
        float edge = 1 / 15f; // a little above 1/15
        float[] probabilities = {0, -0f, Math.nextDown(edge), edge, 1, 1};

        List<CalibrationBin> bins =
                CalibrationCurve.of(probabilities, new boolean[] {true, false, false, true, true, true});

        assertThat(bins)
                .extracting(CalibrationBin::low, CalibrationBin::reviews, CalibrationBin::positiveShare)
                .containsExactly(tuple(0.0, 3L, 1.0 / 3), tuple(1.0 / 15, 1L, 1.0), tuple(14.0 / 15, 2L, 1.0));
        assertThat(bins.get(2).high()).isEqualTo(1);
    }

    /** A rounded sum of a million floats must not push the mean over the edge of its bin. */
    @Test
    void of_aMillionProbabilitiesAtAnEdge_keepTheMeanInTheBin() {
        float[] probabilities = new float[1_000_000];
        Arrays.fill(probabilities, Math.nextDown(2 / 15f));

        List<CalibrationBin> bins = CalibrationCurve.of(probabilities, new boolean[probabilities.length]);

        assertThat(bins)
                .singleElement()
                .satisfies(bin -> assertThat(bin.meanProbability()).isBetween(bin.low(), bin.high()));
    }

    @Test
    void of_badInput_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationCurve.of(new float[3], new boolean[2]))
                .withMessageContaining("3 probabilities but 2 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationCurve.of(new float[] {Float.NaN}, new boolean[1]))
                .withMessageContaining("probability 0 is NaN");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.4, 1, 0.45, 0, its ends must rise",
        "-0.1, 0.4, 1, 0.3, 0, its ends must rise",
        "0, 0.4, 0, 0.3, 0, leave out bins without any",
        "0, 0.4, 1, 0.5, 0, meanProbability is 0.5; it must be 0.0 to 0.4",
        "0, 0.4, 1, 0.3, NaN, positiveShare is NaN; it must be 0.0 to 1.0",
    })
    void bin_numberOutOfRange_isRefused(
            double low, double high, long reviews, double probability, double share, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationBin(low, high, reviews, probability, share))
                .withMessageContaining(message);
    }
}
