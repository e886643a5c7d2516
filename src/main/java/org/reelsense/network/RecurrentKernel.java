package org.reelsense.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/**
 * One recurrent layer in one direction, left to right, on one thread: fill {@link #input}, {@link #forward}, read
 * {@link #output}; for training fill {@link #outputGradient}, {@link #backward}, read {@link #inputGradient} and
 * {@link #addWeightGradients}.
 *
 * <p>Primitives are compiled once a {@link KernelShape} and kept, the least recently used dropped first. All shapes share
 * the same buffers, so that a kept shape costs 90 kB, and 0.4 MB in oneDNN's own cache, which all kernels share, and not a
 * workspace (hundreds of megabytes in a trial).
 */
final class RecurrentKernel implements AutoCloseable {

    /** About as many as pieces of up to 64 tokens make; to make one again takes 0.2 ms, a thirtieth of what it computes. */
    private static final int MOST_SHAPES = 256;

    private final OneDnn oneDnn;
    private final boolean training;
    private final int inputSize;
    private final int hiddenSize;
    private final PrimitiveFactory factory;
    private final DirectionWeights weights;
    private final DirectionGradients gradients;
    private final Map<KernelShape, KernelProgram> programs = new LinkedHashMap<>(16, 0.75f, true);
    private KernelBuffers buffers;

    RecurrentKernel(OneDnn oneDnn, Cell cell, int inputSize, int hiddenSize, boolean training) {
        this.oneDnn = oneDnn;
        this.training = training;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        factory = new PrimitiveFactory(oneDnn.engine, cell, inputSize, hiddenSize);
        weights = new DirectionWeights(oneDnn, factory, cell, inputSize, hiddenSize);
        gradients = new DirectionGradients(oneDnn, factory, cell, inputSize, hiddenSize);
        buffers = new KernelBuffers(0, 0, inputSize, hiddenSize, training);
    }

    void load(float[] dense, ParameterLayout.Direction slots) {
        weights.load(dense, slots);
    }

    /** Makes room for a shape; call it before filling {@link #input}, whose content it may drop. */
    void prepare(KernelShape shape) {
        if (!buffers.hold(shape)) {
            int rows = Math.max(shape.rows(), buffers.rows());
            int batch = Math.max(shape.batch(), buffers.batch());
            replaceBuffers(0, 0); // if there is no memory for the next, none that is freed stays in use
            replaceBuffers(rows, batch);
        }
        if (!programs.containsKey(shape)) {
            growWorkspace(shape);
            programs.put(shape, new KernelProgram(oneDnn, factory, shape, training, buffers, weights, gradients));
            dropOldest();
        }
    }

    private void replaceBuffers(int rows, int batch) {
        dropPrograms();
        buffers.close();
        buffers = new KernelBuffers(rows, batch, inputSize, hiddenSize, training);
    }

    private void growWorkspace(KernelShape shape) {
        long floats = training ? workspaceFloats(shape) : 0;
        if (floats > buffers.workspace().size()) {
            dropPrograms();
            buffers.growWorkspace(floats);
        }
    }

    private long workspaceFloats(KernelShape shape) {
        PointerScope temporaries = new PointerScope();
        try {
            return factory.forward(shape, true).workspace_desc().get_size() / Float.BYTES + 1;
        } finally {
            temporaries.close();
        }
    }

    private void dropOldest() {
        if (programs.size() > MOST_SHAPES) {
            var oldest = programs.entrySet().iterator();
            oldest.next().getValue().close();
            oldest.remove();
        }
    }

    private void dropPrograms() {
        programs.values().forEach(KernelProgram::close);
        programs.clear();
    }

    /** [T, B, E] of the prepared shape; padding must be finite. */
    NativeFloats input() {
        return buffers.input();
    }

    /** [T, B, H] */
    NativeFloats output() {
        return buffers.output();
    }

    /** [T, B, H]; padding must be zero. */
    NativeFloats outputGradient() {
        return buffers.outputGradient();
    }

    /** [T, B, E] */
    NativeFloats inputGradient() {
        return buffers.inputGradient();
    }

    void forward(KernelShape shape) {
        program(shape).forward();
    }

    /** Backward through the last {@link #forward}; weight gradients are added to those since the last clearing. */
    void backward(KernelShape shape) {
        program(shape).backward();
    }

    private KernelProgram program(KernelShape shape) {
        KernelProgram program = programs.get(shape);
        if (program == null) {
            throw new IllegalStateException("prepare(" + shape + ") was not called");
        }
        return program;
    }

    void clearWeightGradients() {
        gradients.clear();
    }

    void addWeightGradients(float[] dense, ParameterLayout.Direction slots) {
        gradients.addTo(dense, slots);
    }

    @Override
    public void close() {
        dropPrograms();
        buffers.close();
        gradients.close();
        weights.close();
    }
}
