package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleStatisticsTest {

    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("statistics.json", 5);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void statistics_goldenCase_areThoseOfNumPyAndSciPy(JsonNode golden) {
        double[] values = StreamSupport.stream(golden.required("values").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();

        assertThat(SampleStatistics.mean(values)).isCloseTo(number(golden, "mean"), CLOSE);
        assertThat(SampleStatistics.geometricMean(values)).isCloseTo(number(golden, "geometricMean"), CLOSE);
        if (golden.required("standardDeviation").isNull()) {
            assertThat(SampleStatistics.standardDeviation(values)).isEmpty();
        } else {
            assertThat(SampleStatistics.standardDeviation(values).orElseThrow())
                    .isCloseTo(number(golden, "standardDeviation"), CLOSE);
        }
    }

    @Test
    void standardDeviation_equalValues_isZero() {
        assertThat(SampleStatistics.standardDeviation(0.9266, 0.9266, 0.9266).orElseThrow())
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void geometricMean_ratiosTurnedOver_isTurnedOver() {
        assertThat(SampleStatistics.geometricMean(1 / 1.2, 1 / 0.7, 1 / 3.0))
                .isCloseTo(1 / SampleStatistics.geometricMean(1.2, 0.7, 3.0), CLOSE);
    }

    @Test
    void statistics_badValues_areRefusedByPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.mean())
                .withMessageContaining("no values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.standardDeviation(1, Double.NaN))
                .withMessageContaining("value 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStatistics.geometricMean(1, 2, 0))
                .withMessageContaining("ratio 2 is 0.0");
    }
}
