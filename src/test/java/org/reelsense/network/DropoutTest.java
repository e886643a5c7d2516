package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {

    private static final int WIDTH = 127;
    private static final int PLACES = 2_000;

    @Test
    void apply_withRateZero_changesNothing() {
        assertThat(mask(new Dropout(0, 5), 1, WIDTH)).containsOnly(1f);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.01f, 0.25f, 0.5f, 0.9f})
    void apply_dropsAtItsRate_andKeepsTheExpectation(float rate) {
        Dropout dropout = new Dropout(rate, 42);
        int zeros = 0;
        double sum = 0;
        for (int place = 0; place < PLACES; place++) {
            for (float value : mask(dropout, place, WIDTH)) {
                assertThat(value == 0 || value == 1 / (1 - rate)).isTrue();
                zeros += value == 0 ? 1 : 0;
                sum += value;
            }
        }
        double count = (double) PLACES * WIDTH;
        double fiveDeviations = 5 * Math.sqrt(rate * (1 - rate) / count);
        assertThat(zeros / count).isCloseTo(rate, within(fiveDeviations));
        assertThat(sum / count).isCloseTo(1, within(fiveDeviations / (1 - rate)));
    }

    @Test
    void apply_twice_multipliesByTheSameMask() {
        Dropout dropout = new Dropout(0.5f, 7);
        assertThat(mask(dropout, 3, WIDTH)).containsExactly(mask(new Dropout(0.5f, 7), 3, WIDTH));
        assertThat(mask(dropout, 4, WIDTH)).isNotEqualTo(mask(dropout, 3, WIDTH));
        assertThat(mask(new Dropout(0.5f, 8), 3, WIDTH)).isNotEqualTo(mask(dropout, 3, WIDTH));
    }

    @Test
    void apply_toPartOfAnArray_leavesTheRest() {
        float[] values = new float[20];
        Arrays.fill(values, 1);
        new Dropout(0.5f, 3).apply(values, 5, 10, 2);
        assertThat(Arrays.copyOfRange(values, 5, 15)).containsExactly(mask(new Dropout(0.5f, 3), 2, 10));
        assertThat(Arrays.copyOf(values, 5)).containsOnly(1f);
        assertThat(Arrays.copyOfRange(values, 15, 20)).containsOnly(1f);
    }

    /** A trainer may number its shards; no mask may then be another one's, moved along. */
    @Test
    void apply_withNeighbouringSeedsOrPlaces_givesUnrelatedMasks() {
        int size = 4_096;
        float[] mask = mask(new Dropout(0.5f, 100), 50, size);
        for (int step = 1; step <= 16; step++) {
            assertUnrelated(mask, mask(new Dropout(0.5f, 100 + step), 50, size));
            assertUnrelated(mask, mask(new Dropout(0.5f, 100), 50 + step, size));
        }
    }

    /** At rate 0.5 unrelated masks agree at half of their places (6 standard deviations: 0.05), however moved. */
    private static void assertUnrelated(float[] a, float[] b) {
        for (int shift = -16; shift <= 16; shift++) {
            int same = 0;
            int compared = 0;
            for (int i = Math.max(0, -shift); i < Math.min(a.length, a.length - shift); i++, compared++) {
                same += a[i] == b[i + shift] ? 1 : 0;
            }
            assertThat((double) same / compared).isCloseTo(0.5, within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.1f, 1, Float.NaN})
    void dropout_withRateOutsideRange_isRefused(float rate) {
        assertThatThrownBy(() -> new Dropout(rate, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dropout: " + rate)
                .hasMessageContaining("[0, 1)");
    }

    private static float[] mask(Dropout dropout, long place, int size) {
        float[] values = new float[size];
        Arrays.fill(values, 1);
        dropout.apply(values, 0, size, place);
        return values;
    }
}
