package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalisationTest {

    @ParameterizedTest
    @EnumSource
    void ofId_itsOwnId_isTheOne(Normalisation normalisation) {
        assertThat(Normalisation.ofId(normalisation.id())).isSameAs(normalisation);
    }

    @Test
    void ofId_unknown_saysWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalisation.ofId("Window"))
                .withMessage("normalisation is Window; it must be none or window");
    }

    @Test
    void axis_none_keepsEveryBit() {
        Normalisation.Axis axis = Normalisation.NONE.axis(new float[] {1, 2, 4});

        for (float value : new float[] {0.1f, -3e-30f, Float.MAX_VALUE}) {
            assertThat(axis.place(value)).isEqualTo(value);
            assertThat(axis.value(value)).isEqualTo(value);
        }
    }

    @Test
    void axis_window_hasTheMeanAtZeroAndTheDeviationAtOne() {
        Normalisation.Axis axis = Normalisation.WINDOW.axis(new float[] {1, 3, 1, 3});

        assertThat(axis.zero()).isEqualTo(2);
        assertThat(axis.unit()).isCloseTo(1, within(1e-5));
        assertThat((double) axis.place(5)).isCloseTo(3, within(1e-4));
        assertThat(axis.value(axis.place(5))).isCloseTo(5, within(1e-6));
    }
}
