package org.reelsense.network;

import java.util.Locale;

/**
 * The kind of recurrent cell, in the form PyTorch computes it.
 *
 * <ul>
 *   <li>{@code RNN}: h' = tanh(W x + b + U h + c) (Elman 1990);
 *   <li>{@code LSTM}: gates i, f, g, o (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000);
 *   <li>{@code GRU}: gates r, z, n with the reset gate applied <em>after</em> the product, n = tanh(W x + b + r (U h +
 *       c)) (Cho et al. 2014, the form of cuDNN and of Keras' {@code reset_after}).
 * </ul>
 */
public enum Cell {
    RNN(new int[] {0}),
    LSTM(new int[] {0, 1, 2, 3}),
    GRU(new int[] {1, 0, 2});

    /** {@code kernelGates[k]}: which of PyTorch's gates is oneDNN's gate k. Only GRU differs: update comes first. */
    private final int[] kernelGates;

    Cell(int[] kernelGates) {
        this.kernelGates = kernelGates;
    }

    /** Gates a unit has: G. */
    public int gates() {
        return kernelGates.length;
    }

    /** Which of PyTorch's gates is oneDNN's gate {@code k}. */
    int kernelGate(int k) {
        return kernelGates[k];
    }

    /** Biases a unit has in oneDNN: the GRU's candidate keeps input and hidden bias apart, since r scales only one. */
    int kernelBiases() {
        return this == GRU ? 4 : gates();
    }

    /** The name in specs, files and on the command line: {@code rnn}, {@code lstm}, {@code gru}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The cell of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Cell ofId(String id) {
        for (Cell cell : values()) {
            if (cell.id().equals(id)) {
                return cell;
            }
        }
        throw new IllegalArgumentException("cell: '" + id + "' is unknown; choose rnn, lstm or gru");
    }
}
