package org.reelsense.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/**
 * The weights of one direction as oneDNN wants them. PyTorch's layout [G*H, in] is oneDNN's {@code ldgoi}; only the
 * GRU's gates change places. Each primitive names a packed layout of its own choice, so packed copies are kept one per
 * layout and made anew when the weights have changed.
 */
final class DirectionWeights implements AutoCloseable {

    private static final int NONE = -1;

    private final OneDnn oneDnn;
    private final Cell cell;
    private final int hiddenSize;
    private final Plain input;
    private final Plain hidden;
    private final NativeFloats bias;
    private final memory biasMemory;
    private long version;

    /** Unpacked values [G*H, in] with oneDNN's gate order, and what was packed from them. */
    private final class Plain implements AutoCloseable {
        private final int in;
        private final NativeFloats values;
        private final memory.desc desc;
        private final memory memory;
        private final List<Packed> packed = new ArrayList<>();

        Plain(int in, memory.desc desc) {
            this.in = in;
            this.desc = desc;
            values = new NativeFloats((long) cell.gates() * hiddenSize * in);
            memory = new memory(desc, oneDnn.engine, values.pointer());
        }

        void load(float[] dense, ParameterLayout.Slot slot) {
            int gate = hiddenSize * in;
            for (int k = 0; k < cell.gates(); k++) {
                values.buffer().put(k * gate, dense, slot.offset() + cell.kernelGate(k) * gate, gate);
            }
        }

        memory packedAs(memory.desc wanted) {
            if (wanted.equals(desc)) {
                return memory;
            }
            for (Packed candidate : packed) {
                if (candidate.desc.equals(wanted)) {
                    return candidate.current(memory);
                }
            }
            Packed fresh = new Packed(wanted);
            packed.add(fresh);
            return fresh.current(memory);
        }

        @Override
        public void close() {
            packed.forEach(Packed::close);
            memory.close();
            desc.close();
            values.close();
        }
    }

    private final class Packed implements AutoCloseable {
        private final memory.desc desc;
        private final memory memory;
        private long packedVersion = -1;

        Packed(memory.desc wanted) {
            desc = new memory.desc(wanted);
            memory = new memory(desc, oneDnn.engine);
        }

        memory current(memory plain) {
            if (packedVersion != version) {
                try (reorder pack = new reorder(plain, memory)) {
                    pack.execute(oneDnn.stream, plain, memory);
                    oneDnn.stream._wait();
                }
                packedVersion = version;
            }
            return memory;
        }

        @Override
        public void close() {
            memory.close();
            desc.close();
        }
    }

    DirectionWeights(OneDnn oneDnn, PrimitiveFactory factory, Cell cell, int inputSize, int hiddenSize) {
        this.oneDnn = oneDnn;
        this.cell = cell;
        this.hiddenSize = hiddenSize;
        input = new Plain(inputSize, factory.weights(inputSize, memory.format_tag.ldgoi));
        hidden = new Plain(hiddenSize, factory.weights(hiddenSize, memory.format_tag.ldgoi));
        bias = new NativeFloats((long) cell.kernelBiases() * hiddenSize);
        try (memory.desc desc = factory.bias()) {
            biasMemory = new memory(desc, oneDnn.engine, bias.pointer());
        }
    }

    /** Takes the weights of one direction out of {@code dense}. */
    void load(float[] dense, ParameterLayout.Direction slots) {
        input.load(dense, slots.inputWeights());
        hidden.load(dense, slots.hiddenWeights());
        loadBias(dense, slots);
        version++;
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
