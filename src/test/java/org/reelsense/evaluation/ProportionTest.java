package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.reelsense.evaluation.Golden.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionTest {

    static List<JsonNode> goldenCases() throws IOException {
        return Golden.cases("wilson.json", 32);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void wilson_goldenCase_givesTheEndsOfStatsmodels(JsonNode golden) {
        Proportion proportion = new Proportion(
                golden.required("successes").longValue(),
                golden.required("trials").longValue());

        Interval interval = proportion.wilson(number(golden, "confidence"));

        assertThat(interval.low()).isCloseTo(number(golden, "low"), within(1e-9));
        assertThat(interval.high()).isCloseTo(number(golden, "high"), within(1e-9));
    }

    @Test
    void wilson_anyCounts_liesInZeroToOneAndContainsTheShare() {
        for (int trials : new int[] {1, 2, 7, 100, 25_000, Integer.MAX_VALUE}) {
            for (long successes : new long[] {0, 1, trials / 3, trials - 1, trials}) {
                for (double confidence : new double[] {0.001, 0.5, 0.95, 1 - 1e-12}) {
                    Proportion proportion = new Proportion(successes, trials);
                    Interval interval = proportion.wilson(confidence);

                    assertThat(interval.contains(proportion.value())).isTrue();
                    assertThat(interval.low()).isNotNegative();
                    assertThat(interval.high()).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    /** 4,000 experiments: the coverage of 95 % has a standard error of 0.35 points, so 93.5 to 96.5 is four of them. */
    @Test
    void wilson_repeatedDraws_coversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(7);
        double truth = 0.9;
        int covered = 0;
        for (int experiment = 0; experiment < 4000; experiment++) {
            long successes = random.doubles(400).filter(draw -> draw < truth).count();
            covered += new Proportion(successes, 400).wilson(0.95).contains(truth) ? 1 : 0;
        }
        assertThat(covered / 4000.0).isBetween(0.935, 0.965);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void wilson_confidenceOutOfRange_isRefusedWithTheValue(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(1, 2).wilson(confidence))
                .withMessageContaining("confidence is " + confidence);
    }

    @Test
    void constructor_countsOutOfRange_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(0, 0))
                .withMessageContaining("trials is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(0, 1L << 31))
                .withMessageContaining("trials is 2147483648");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(4, 3))
                .withMessageContaining("successes is 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(-1, 3))
                .withMessageContaining("successes is -1");
    }
}
