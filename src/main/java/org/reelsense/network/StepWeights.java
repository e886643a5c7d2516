package org.reelsense.network;

import org.bytedeco.dnnl.memory;

/**
 * The weights of one direction for steps of our own: {@link InputProducts} and {@link StepProgram} read them. Gates that a
 * logistic function follows come first: i, f, o, g of the LSTM, r, z, n of the GRU.
 */
final class StepWeights implements AutoCloseable {

    private static final memory.data_type F32 = memory.data_type.f32;

    private final Cell cell;
    private final int units;
    private final int[] gates;
    private final PackedWeights input;
    private final PackedWeights hidden;
    private final float[] inputBias;
    private final float[] candidateBias;

    StepWeights(OneDnn oneDnn, NetworkSpec spec) {
        cell = spec.cell();
        units = spec.hiddenSize();
        gates = gates(cell);
        int width = spec.embeddingSize();
        long rows = (long) gates.length * units;
        input = new PackedWeights(
                oneDnn, rows * width, new memory.desc(new long[] {width, rows}, F32, memory.format_tag.ba));
        hidden = new PackedWeights(
                oneDnn,
                rows * units,
                new memory.desc(new long[] {gates.length, units, units}, F32, memory.format_tag.acb));
        inputBias = new float[gates.length * units];
        candidateBias = new float[cell == Cell.GRU ? units : 0];
    }

    /** Which of PyTorch's gates is ours. */
    private static int[] gates(Cell cell) {
        return switch (cell) {
            case RNN -> new int[] {0};
            case LSTM -> new int[] {0, 1, 3, 2};
            case GRU -> new int[] {0, 1, 2};
        };
    }

    void load(float[] dense, ParameterLayout.Direction slots) {
        input.load(dense, slots.inputWeights().offset(), gates);
        hidden.load(dense, slots.hiddenWeights().offset(), gates);
        int ofInput = slots.inputBias().offset();
        int ofHidden = slots.hiddenBias().orElseThrow().offset(); // a classifier has both
        for (int k = 0; k < gates.length; k++) {
            for (int unit = 0; unit < units; unit++) {
                int from = gates[k] * units + unit;
                boolean apart =
                        cell == Cell.GRU && k == 2; // where r scales what comes from the state, its bias included
                inputBias[k * units + unit] = dense[ofInput + from] + (apart ? 0 : dense[ofHidden + from]);
                if (apart) {
                    candidateBias[unit] = dense[ofHidden + from];
                }
            }
        }
    }

    /** [E, G*H] */
    PackedWeights input() {
        return input;
    }

    /** [G, H, H] */
    PackedWeights hidden() {
        return hidden;
    }

    /** [G*H]: all that is added to the input's product, the other bias too where it can. */
    float[] inputBias() {
        return inputBias;
    }

    /** [H], of the state's part of the GRU's candidate; of other cells none. */
    float[] candidateBias() {
        return candidateBias;
    }

    @Override
    public void close() {
        input.close();
        hidden.close();
    }
}
