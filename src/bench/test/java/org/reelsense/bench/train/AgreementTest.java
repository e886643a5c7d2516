package org.reelsense.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final float[] NUMBERS =
            Agreement.numbers(0.7f, new float[] {1, -2}, new float[] {3, 4}, new float[] {0.5f});

    @Test
    void of_theSameNumbers_holds() {
        assertThat(Agreement.of(NUMBERS, NUMBERS.clone(), 2, 2).holds()).isTrue();
    }

    @Test
    void of_aDifferenceInEachPart_isFoundThere() {
        assertThat(changed(0, 0.701f).loss()).isCloseTo(0.001, within(1e-6));
        assertThat(changed(2, -2.01f).logits()).isCloseTo(0.01, within(1e-6));
        assertThat(changed(4, 4.05f).gradients()).isCloseTo(0.01, within(1e-6));
        assertThat(changed(5, 0.55f).embeddings()).isCloseTo(0.1, within(1e-6));
        for (int at = 0; at < NUMBERS.length; at++) {
            assertThat(changed(at, NUMBERS[at] + 0.01f).holds()).isFalse();
        }
    }

    @Test
    void of_notANumber_doesNotHold() {
        for (int at = 0; at < NUMBERS.length; at++) {
            assertThat(changed(at, Float.NaN).holds()).isFalse();
        }
    }

    @Test
    void of_differentLengths_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Agreement.of(NUMBERS, new float[3], 2, 2));
    }

    private static Agreement changed(int at, float value) {
        float[] other = NUMBERS.clone();
        other[at] = value;
        return Agreement.of(NUMBERS, other, 2, 2);
    }
}
