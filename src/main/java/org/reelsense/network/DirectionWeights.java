package org.reelsense.network;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.memory;

/**
 * The weights of one direction as oneDNN's recurrent primitives want them. PyTorch's layout [G*H, in] is oneDNN's
 * {@code ldgoi}; only the GRU's gates change places.
 */
final class DirectionWeights implements AutoCloseable {

    private static final int NONE = -1;

    private final Cell cell;
    private final int hiddenSize;
    private final int[] gates;
    private final PackedWeights input;
    private final PackedWeights hidden;
    private final NativeFloats bias;
    private final memory biasMemory;

    DirectionWeights(OneDnn oneDnn, PrimitiveFactory factory, Cell cell, int inputSize, int hiddenSize) {
        this.cell = cell;
        this.hiddenSize = hiddenSize;
        gates = IntStream.range(0, cell.gates()).map(cell::kernelGate).toArray();
        long rows = (long) cell.gates() * hiddenSize;
        input = new PackedWeights(oneDnn, rows * inputSize, factory.weights(inputSize, memory.format_tag.ldgoi));
        hidden = new PackedWeights(oneDnn, rows * hiddenSize, factory.weights(hiddenSize, memory.format_tag.ldgoi));
        bias = new NativeFloats((long) cell.kernelBiases() * hiddenSize);
        try (memory.desc desc = factory.bias()) {
            biasMemory = new memory(desc, oneDnn.engine, bias.pointer());
        }
    }

    /** Takes the weights of one direction out of {@code dense}. */
    void load(float[] dense, ParameterLayout.Direction slots) {
        input.load(dense, slots.inputWeights().offset(), gates);
        hidden.load(dense, slots.hiddenWeights().offset(), gates);
        loadBias(dense, slots);
    }

    /** oneDNN adds one bias a gate where PyTorch adds two; only the GRU's candidate needs both apart. */
    private void loadBias(float[] dense, ParameterLayout.Direction slots) {
        FloatBuffer values = bias.buffer();
        int inputBias = slots.inputBias().offset();
        int hiddenBias = slots.hiddenBias().map(ParameterLayout.Slot::offset).orElse(NONE);
        for (int k = 0; k < cell.gates(); k++) {
            boolean apart = cell == Cell.GRU && k == 2;
            int gate = cell.kernelGate(k) * hiddenSize;
            for (int unit = 0; unit < hiddenSize; unit++) {
                int at = gate + unit;
                float ofHidden = hiddenBias == NONE ? 0 : dense[hiddenBias + at];
                float ofInput = dense[inputBias + at];
                values.put(k * hiddenSize + unit, apart ? ofInput : ofInput + ofHidden);
                if (apart) {
                    values.put((k + 1) * hiddenSize + unit, ofHidden);
                }
            }
        }
    }

    memory inputPackedAs(memory.desc wanted) {
        return input.packedAs(wanted);
    }

    memory hiddenPackedAs(memory.desc wanted) {
        return hidden.packedAs(wanted);
    }

    memory bias() {
        return biasMemory;
    }

    @Override
    public void close() {
        input.close();
        hidden.close();
        biasMemory.close();
        bias.close();
    }
}
