package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterLayoutTest {

    @Test
    void of_bidirectionalGru_hasPyTorchsNamesAndShapes() {
        NetworkSpec spec = new NetworkSpec(Cell.GRU, true, 10, 5, 2, 7);
        assertThat(ParameterLayout.of(spec).slots())
                .containsExactly(
                        new ParameterLayout.Slot("rnn.weight_ih_l0", List.of(6, 5), 0),
                        new ParameterLayout.Slot("rnn.weight_hh_l0", List.of(6, 2), 30),
                        new ParameterLayout.Slot("rnn.bias_ih_l0", List.of(6), 42),
                        new ParameterLayout.Slot("rnn.bias_hh_l0", List.of(6), 48),
                        new ParameterLayout.Slot("rnn.weight_ih_l0_reverse", List.of(6, 5), 54),
                        new ParameterLayout.Slot("rnn.weight_hh_l0_reverse", List.of(6, 2), 84),
                        new ParameterLayout.Slot("rnn.bias_ih_l0_reverse", List.of(6), 96),
                        new ParameterLayout.Slot("rnn.bias_hh_l0_reverse", List.of(6), 102),
                        new ParameterLayout.Slot("output.weight", List.of(1, 8), 108),
                        new ParameterLayout.Slot("output.bias", List.of(1), 116));
        assertThat(ParameterLayout.of(spec).size()).isEqualTo(117);
        assertThat(spec.parameters()).isEqualTo(167);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void of_anyCell_leavesNoGap(Cell cell) {
        for (boolean bidirectional : new boolean[] {false, true}) {
            NetworkSpec spec = Samples.spec(cell, bidirectional, 5, 3, 9);
            ParameterLayout layout = ParameterLayout.of(spec);
            int next = 0;
            for (ParameterLayout.Slot slot : layout.slots()) {
                assertThat(slot.offset()).isEqualTo(next);
                next += slot.size();
            }
            assertThat(layout.size()).isEqualTo(next);
            assertThat(layout.slots()).hasSize(bidirectional ? 10 : 6);
            assertThat(layout.outputWeight().size()).isEqualTo(spec.pooledSize());
        }
    }

    @Test
    void direction_givesTheTensorsOfThatDirection() {
        ParameterLayout layout = ParameterLayout.of(Samples.spec(Cell.LSTM));
        assertThat(layout.direction(0).hiddenWeights().name()).isEqualTo("rnn.weight_hh_l0");
        assertThat(layout.direction(1).inputWeights().name()).isEqualTo("rnn.weight_ih_l0_reverse");
        assertThat(layout.direction(1).hiddenBias().orElseThrow().name()).isEqualTo("rnn.bias_hh_l0_reverse");
    }
}
