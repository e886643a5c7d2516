package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EightBitTest {

    @Test
    void codes_rowsOfTwoColumns_eachColumnFillsTheRange() {
        float[] values = {2, 0.5f, -4, 0, 1, -0.25f};

        float[] scale = EightBit.columnScale(values, 2);

        assertThat(scale).containsExactly(4, 0.5f);
        assertThat(EightBit.codes(values, scale)).containsExactly(192, 255, 1, 128, 160, 65);
    }

    @Test
    void codes_columnOfZeros_areZero() {
        float[] scale = EightBit.columnScale(new float[4], 2);

        assertThat(EightBit.codes(new float[4], scale)).containsOnly(EightBit.ZERO);
    }

    @Test
    void codes_anyNumbers_areNoFurtherOffThanHalfAStep() {
        float[] values = Samples.uniform(new SplittableRandom(3), 1_000);
        float[] scale = EightBit.columnScale(values, 10);

        byte[] codes = EightBit.codes(values, scale);

        for (int i = 0; i < values.length; i++) {
            float step = scale[i % 10] / EightBit.DATA_SCALE;
            assertThat(((codes[i] & 0xFF) - EightBit.ZERO) * step).isCloseTo(values[i], within(0.5001f * step));
        }
    }

    @Test
    void columnScale_numberThatIsNone_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EightBit.columnScale(new float[] {1, Float.POSITIVE_INFINITY}, 2))
                .withMessageContaining("too large for 8 bits");
    }

    @Test
    void weightScale_bothMatricesOfARow_theLargestBecomes127() {
        ParameterLayout layout = ParameterLayout.of(Samples.spec(Cell.LSTM, false, 2, 1, 5));
        float[] dense = new float[layout.size()];
        ParameterLayout.Direction slots = layout.direction(0);
        dense[slots.inputWeights().offset()] = -0.5f; // first gate
        dense[slots.hiddenWeights().offset()] = 0.25f;
        dense[slots.hiddenWeights().offset() + 1] = 2; // second gate

        assertThat(EightBit.weightScale(dense, slots)).containsExactly(254, 63.5f, 1, 1);
    }

    @Test
    void scaled_oneDirection_leavesTheOtherAndTheHiddenWeights() {
        ParameterLayout layout = ParameterLayout.of(Samples.spec(Cell.LSTM, true, 2, 1, 5));
        float[] dense = new float[layout.size()];
        Arrays.fill(dense, 1);

        float[] scaled = EightBit.scaled(dense, layout.direction(1), new float[] {3, 5});

        int begin = layout.direction(1).inputWeights().offset();
        assertThat(Arrays.copyOfRange(scaled, begin, begin + 8)).containsExactly(3, 5, 3, 5, 3, 5, 3, 5);
        assertThat(Arrays.copyOf(scaled, begin)).containsOnly(1);
        assertThat(Arrays.copyOfRange(scaled, begin + 8, scaled.length)).containsOnly(1);
    }
}
