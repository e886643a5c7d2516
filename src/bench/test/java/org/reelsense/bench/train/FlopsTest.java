package org.reelsense.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reelsense.network.Cell;

class FlopsTest {

    /** 48 H (E + H) for the LSTM, 36 for the GRU, 12 for the RNN, counted by hand. */
    @Test
    void training_eachCell_isTheFormulaOfItsGates() {
        assertThat(Flops.training(Cell.LSTM, 100, 128)).isEqualTo(48L * 128 * 228);
        assertThat(Flops.training(Cell.GRU, 64, 64)).isEqualTo(36L * 64 * 128);
        assertThat(Flops.training(Cell.RNN, 512, 512)).isEqualTo(12L * 512 * 1_024);
    }

    @Test
    void forward_anyCell_isAThirdOfTraining() {
        assertThat(3 * Flops.forward(Cell.LSTM, 128, 128)).isEqualTo(Flops.training(Cell.LSTM, 128, 128));
    }

    @Test
    void training_largest_doesNotOverflow() {
        assertThat(Flops.training(Cell.LSTM, 8_192, 8_192)).isEqualTo(48L * 8_192 * 16_384);
    }
}
