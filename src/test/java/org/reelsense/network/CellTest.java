package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @ParameterizedTest
    @CsvSource({"rnn, RNN, 1", "lstm, LSTM, 4", "gru, GRU, 3"})
    void ofId_isTheInverseOfId(String id, Cell cell, int gates) {
        assertThat(cell.id()).isEqualTo(id);
        assertThat(Cell.ofId(id)).isSameAs(cell);
        assertThat(cell.gates()).isEqualTo(gates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LSTM", "bilstm", "gru "})
    void ofId_unknown_isRefusedWithTheChoices(String id) {
        assertThatThrownBy(() -> Cell.ofId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cell: '" + id + "'")
                .hasMessageContaining("rnn, lstm or gru");
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void kernelGates_areAPermutation(Cell cell) {
        int[] gates = IntStream.range(0, cell.gates()).toArray();
        assertThat(Arrays.stream(gates).map(cell::kernelGate).sorted().toArray())
                .isEqualTo(gates);
    }

    @Test
    void kernelBiases_ofTheGru_keepTheCandidatesApart() {
        assertThat(Cell.GRU.kernelBiases()).isEqualTo(4);
        assertThat(Cell.LSTM.kernelBiases()).isEqualTo(4);
        assertThat(Cell.RNN.kernelBiases()).isEqualTo(1);
    }
}
