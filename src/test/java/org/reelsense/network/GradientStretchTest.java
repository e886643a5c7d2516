package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientStretchTest {

    private static final NetworkSpec SPEC = new NetworkSpec(Cell.LSTM, true, 1_000, 3, 70, 8);

    @Test
    void of_gradients_coversEveryValueAndRowOnce() {
        Gradients gradients = Gradients.zero(SPEC);
        for (int id = 999; id >= 300; id--) {
            gradients.embedding().add(id, new float[3], 0);
        }
        List<GradientStretch> stretches = GradientStretch.of(gradients);

        assertThat(end(stretches, false)).isEqualTo(gradients.dense().length);
        assertThat(end(stretches, true)).isEqualTo(700);
        assertThat(stretches).hasSizeGreaterThan(8);
    }

    @Test
    void of_noRows_holdsTheDenseValuesAlone() {
        assertThat(GradientStretch.of(Gradients.zero(SPEC))).noneMatch(GradientStretch::ofRows);
    }

    /** Where the last ends, if each begins where the one before ends. */
    private static int end(List<GradientStretch> stretches, boolean ofRows) {
        int end = 0;
        for (GradientStretch stretch : stretches) {
            if (stretch.ofRows() == ofRows) {
                assertThat(stretch.begin()).isEqualTo(end);
                assertThat(stretch.end()).isGreaterThan(end);
                end = stretch.end();
            }
        }
        return end;
    }
}
