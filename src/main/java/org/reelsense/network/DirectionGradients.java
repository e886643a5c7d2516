package org.reelsense.network;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/** The gradients of one direction's weights: oneDNN adds to them in its own layout, we read them in PyTorch's. */
final class DirectionGradients implements AutoCloseable {

    private final OneDnn oneDnn;
    private final Cell cell;
    private final int hiddenSize;
    private final Matrix input;
    private final Matrix hidden;
    private final NativeFloats bias;
    private final memory biasMemory;

    /** A gradient in the layout oneDNN adds in ({@code ldigo}) and, after {@link #unpack}, in PyTorch's. */
    private final class Matrix implements AutoCloseable {
        private final int in;
        private final NativeFloats added;
        private final NativeFloats plain;
        private final memory addedMemory;
        private final memory plainMemory;
        private final reorder unpack;

        Matrix(int in, PrimitiveFactory factory) {
            this.in = in;
            long size = (long) cell.gates() * hiddenSize * in;
            added = new NativeFloats(size);
            plain = new NativeFloats(size);
            try (memory.desc ofAdded = factory.weights(in, memory.format_tag.ldigo);
                    memory.desc ofPlain = factory.weights(in, memory.format_tag.ldgoi)) {
                addedMemory = new memory(ofAdded, oneDnn.engine, added.pointer());
                plainMemory = new memory(ofPlain, oneDnn.engine, plain.pointer());
            }
            unpack = new reorder(addedMemory, plainMemory);
        }

        void addTo(float[] dense, ParameterLayout.Slot slot) {
            unpack.execute(oneDnn.stream, addedMemory, plainMemory);
            oneDnn.stream._wait();
            int gate = hiddenSize * in;
            for (int k = 0; k < cell.gates(); k++) {
                addBlock(plain.buffer(), k * gate, dense, slot.offset() + cell.kernelGate(k) * gate, gate);
            }
        }

        @Override
        public void close() {
            unpack.close();
            addedMemory.close();
            plainMemory.close();
            added.close();
            plain.close();
        }
    }

    DirectionGradients(OneDnn oneDnn, PrimitiveFactory factory, Cell cell, int inputSize, int hiddenSize) {
        this.oneDnn = oneDnn;
        this.cell = cell;
        this.hiddenSize = hiddenSize;
        input = new Matrix(inputSize, factory);
        hidden = new Matrix(hiddenSize, factory);
        bias = new NativeFloats((long) cell.kernelBiases() * hiddenSize);
        try (memory.desc desc = factory.bias()) {
            biasMemory = new memory(desc, oneDnn.engine, bias.pointer());
        }
    }

    /** oneDNN accumulates, so each shard starts here. */
    void clear() {
        input.added.clear(input.added.size());
        hidden.added.clear(hidden.added.size());
        bias.clear(bias.size());
    }

    memory input() {
        return input.addedMemory;
    }

    memory hidden() {
        return hidden.addedMemory;
    }

    memory bias() {
        return biasMemory;
    }

    /** Adds what was accumulated to {@code dense}, in PyTorch's layout. */
    void addTo(float[] dense, ParameterLayout.Direction slots) {
        input.addTo(dense, slots.inputWeights());
        hidden.addTo(dense, slots.hiddenWeights());
        for (int k = 0; k < cell.gates(); k++) {
            int gate = cell.kernelGate(k) * hiddenSize;
            int kOfHidden = cell == Cell.GRU && k == 2 ? k + 1 : k;
            addBlock(bias.buffer(), k * hiddenSize, dense, slots.inputBias().offset() + gate, hiddenSize);
            slots.hiddenBias()
                    .ifPresent(slot ->
                            addBlock(bias.buffer(), kOfHidden * hiddenSize, dense, slot.offset() + gate, hiddenSize));
        }
    }

    private static void addBlock(FloatBuffer from, int fromOffset, float[] to, int toOffset, int size) {
        for (int i = 0; i < size; i++) {
            to[toOffset + i] += from.get(fromOffset + i);
        }
    }

    @Override
    public void close() {
        input.close();
        hidden.close();
        biasMemory.close();
        bias.close();
    }
}
