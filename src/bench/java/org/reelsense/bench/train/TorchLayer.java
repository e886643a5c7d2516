package org.reelsense.bench.train;

import org.bytedeco.pytorch.PackedSequence;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.network.Cell;

/** libtorch's recurrent layers, called as its own modules call them. */
enum TorchLayer {
    /**
     * One call for both directions on a packed sequence: no padding at all, but libtorch's own loop over time steps.
     *
     * <p>oneDNN's LSTM, which libtorch uses where it can, is not for packed sequences.
     */
    PACKED {
        @Override
        Tensor[] outputs(Cell cell, Tensor rows, TorchBatch batch, Tensor[] weights) {
            long hidden = weights[1].size(1);
            Tensor state = torch.zeros(2, batch.forward().size(1), hidden);
            Tensor x = torch.embedding(rows, batch.packed());
            TensorVector parameters = new TensorVector(weights);
            Tensor out =
                    switch (cell) {
                        case LSTM ->
                            torch.lstm(
                                            x,
                                            batch.rowsRunning(),
                                            new TensorVector(state, state),
                                            parameters,
                                            true,
                                            1,
                                            0,
                                            true,
                                            true)
                                    .get0();
                        case GRU ->
                            torch.gru(x, batch.rowsRunning(), state, parameters, true, 1, 0, true, true)
                                    .get0();
                        case RNN ->
                            torch.rnn_tanh(x, batch.rowsRunning(), state, parameters, true, 1, 0, true, true)
                                    .get0();
                    };
            return new Tensor[] {
                torch.pad_packed_sequence(new PackedSequence(out, batch.rowsRunning()))
                        .get0()
            };
        }
    },

    /**
     * A call for each direction on padded rows, the reverse one's turned round row by row: the same result as packed, and for
     * the LSTM oneDNN's own primitive.
     */
    PADDED {
        @Override
        Tensor[] outputs(Cell cell, Tensor rows, TorchBatch batch, Tensor[] weights) {
            Tensor state = torch.zeros(1, batch.forward().size(1), weights[1].size(1));
            return new Tensor[] {
                direction(cell, torch.embedding(rows, batch.forward()), state, weights, 0),
                direction(cell, torch.embedding(rows, batch.reverse()), state, weights, 4)
            };
        }

        private Tensor direction(Cell cell, Tensor x, Tensor state, Tensor[] weights, int first) {
            TensorVector parameters =
                    new TensorVector(weights[first], weights[first + 1], weights[first + 2], weights[first + 3]);
            return switch (cell) {
                case LSTM ->
                    torch.lstm(x, new TensorVector(state, state), parameters, true, 1, 0, true, false, false)
                            .get0();
                case GRU ->
                    torch.gru(x, state, parameters, true, 1, 0, true, false, false)
                            .get0();
                case RNN ->
                    torch.rnn_tanh(x, state, parameters, true, 1, 0, true, false, false)
                            .get0();
            };
        }
    };

    /**
     * Features of every token, [T, R, F], side by side 2 H; what they are on padding does not matter, and in which order a
     * direction's time runs does not either, since max and mean are taken over it.
     *
     * @param rows [U, E], of the distinct tokens
     * @param weights eight, in the order of {@link org.reelsense.network.ParameterLayout}
     */
    abstract Tensor[] outputs(Cell cell, Tensor rows, TorchBatch batch, Tensor[] weights);
}
