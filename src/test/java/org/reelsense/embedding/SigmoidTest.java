package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SigmoidTest {

    @Test
    void of_everywhereInTheTable_isCloseToTheFormula() {
        for (float x = -18; x < 18; x += 0.0137f) {
            assertThat((double) Sigmoid.of(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(4e-6));
        }
    }

    @Test
    void of_hugeNumbers_endsInZeroAndOne() {
        assertThat(Sigmoid.of(3e38f)).isOne();
        assertThat(Sigmoid.of(Float.POSITIVE_INFINITY)).isOne();
        assertThat(Sigmoid.of(-3e38f)).isZero();
        assertThat(Sigmoid.of(Float.NEGATIVE_INFINITY)).isZero();
    }
}
