package org.reelsense.bench.forecast;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.network.Cell;

/** How libtorch's recurrent layer may be called; the faster one counts. */
enum TorchWay {
    /** As its own modules do: for the LSTM oneDNN's primitive. */
    PLAIN {
        @Override
        Tensor lastStates(Cell cell, Tensor x, Tensor state, TensorVector weights) {
            return switch (cell) {
                case LSTM ->
                    torch.lstm(x, new TensorVector(state, state), weights, true, 1, 0, true, false, false)
                            .get1();
                case GRU ->
                    torch.gru(x, state, weights, true, 1, 0, true, false, false).get1();
                case RNN ->
                    torch.rnn_tanh(x, state, weights, true, 1, 0, true, false, false)
                            .get1();
            };
        }
    },

    /** As a packed sequence, though nothing is padded: libtorch's own loop over time steps. */
    PACKED {
        @Override
        Tensor lastStates(Cell cell, Tensor x, Tensor state, TensorVector weights) {
            Tensor rows = x.reshape(x.size(0) * x.size(1), x.size(2));
            Tensor running = Tensor.create(filled((int) x.size(0), x.size(1)));
            return switch (cell) {
                case LSTM ->
                    torch.lstm(rows, running, new TensorVector(state, state), weights, true, 1, 0, true, false)
                            .get1();
                case GRU ->
                    torch.gru(rows, running, state, weights, true, 1, 0, true, false)
                            .get1();
                case RNN ->
                    torch.rnn_tanh(rows, running, state, weights, true, 1, 0, true, false)
                            .get1();
            };
        }
    };

    /**
     * The states after the last value, [1, B, H].
     *
     * @param x [T, B, 1]
     * @param state [1, B, H], before the first value
     * @param weights four, in PyTorch's order
     */
    abstract Tensor lastStates(Cell cell, Tensor x, Tensor state, TensorVector weights);

    private static long[] filled(int length, long value) {
        long[] values = new long[length];
        Arrays.fill(values, value);
        return values;
    }
}
