package org.reelsense.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogitDifferenceTest {

    @Test
    void largest_ofLogits_isTheLargest() {
        assertThat(LogitDifference.largest(new float[] {1, 2, 3}, new float[] {1, 2.5f, 2.75f}))
                .isEqualTo(0.5);
    }

    @Test
    void largest_withWhatIsNoNumber_isNotSmall() {
        assertThat(LogitDifference.largest(new float[] {1, 2}, new float[] {Float.NaN, 2}))
                .isNaN();
        assertThat(LogitDifference.largest(new float[] {1}, new float[] {1, 2})).isInfinite();
        assertThat(LogitDifference.largest(new float[0], new float[0])).isInfinite();
    }
}
