package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EightBitRowsTest {

    @Test
    void of_row_codesTimesScaleAreNearestToIt() {
        float[] row = {1, -0.5f, 0.25f, 0.003f, -0.004f, 0, -0f};

        EightBitRows rounded = EightBitRows.of(row, 1);

        assertThat(rounded.codes())
                .containsExactly(127, -64, 32, 0, -1, 0, 0); // the cut scale makes it a hair over 63.5
        assertThat(rounded.scales()[0]).isCloseTo(1 / 127f, within(1e-7f));
        assertThat(Float.floatToRawIntBits(rounded.values()[6])).isZero();
    }

    /** Of all sizes a float can have, the largest and those below the normal ones too. */
    @Test
    void of_rowsOfAnySize_offByHalfAScaleAndNeverMinus128() {
        Random random = new Random(1);
        for (int exponent = -149; exponent <= 127; exponent++) {
            float[] row = new float[64];
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.scalb(2 * random.nextFloat() - 1, exponent);
            }
            row[random.nextInt(64)] = exponent == 127 ? -Float.MAX_VALUE : Math.scalb(-1f, exponent);

            EightBitRows rounded = EightBitRows.of(row, 1);

            float scale = rounded.scales()[0];
            assertThat(EightBitRows.isScale(scale)).isTrue();
            assertThat(Arrays.equals(EightBitRows.of(rounded.values(), 1).codes(), rounded.codes()))
                    .isTrue();
            for (int i = 0; i < row.length; i++) {
                assertThat(rounded.codes()[i]).isGreaterThanOrEqualTo((byte) -127);
                double bound = scale == 0
                        ? 127.0 * Float.MIN_NORMAL
                        : 0.5001 * scale + Math.abs(row[i]) * Math.scalb(1.0, -15);
                assertThat((double) rounded.values()[i]).isCloseTo(row[i], within(bound));
            }
        }
    }

    /** What makes Java, NumPy and the next writer agree to the last bit. */
    @Test
    void values_codeTimesScale_isExact() {
        EightBitRows rows = EightBitRows.of(RandomModels.lstm().weights().embedding(), RandomModels.V);

        int width = rows.codes().length / RandomModels.V;
        for (int i = 0; i < rows.codes().length; i++) {
            double exact = (double) rows.codes()[i] * rows.scales()[i / width];
            assertThat((double) rows.values()[i]).isEqualTo(exact);
        }
    }
}
