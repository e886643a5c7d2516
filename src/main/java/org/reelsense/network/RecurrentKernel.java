package org.reelsense.network;

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

    private final OneDnn oneDnn;
    private final boolean training;
    private final int inputSize;
    private final int hiddenSize;
    private final PrimitiveFactory factory;
    private final DirectionWeights weights;
    private final DirectionGradients gradients;
    private final ShapePrograms<KernelProgram> programs = new ShapePrograms<>(KernelProgram::close);
    private KernelBuffers buffers;

    RecurrentKernel(OneDnn oneDnn, Cell cell, int inputSize, int hiddenSize, boolean training) {
        this.oneDnn = oneDnn;
        this.training = training;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        factory = new PrimitiveFactory(oneDnn.engine, cell, inputSize, hiddenSize);
        weights = new DirectionWeights(oneDnn, factory, cell, inputSize, hiddenSize);
        gradients = new DirectionGradients(oneDnn, factory, cell, inputSize, hiddenSize);
        buffers = new KernelBuffers(KernelRoom.NONE, inputSize, hiddenSize, training);
    }

    void load(float[] dense, ParameterLayout.Direction slots) {
        weights.load(dense, slots);
    }

    /** Makes room for a shape; call it before filling {@link #input}, whose content it may drop. */
    void prepare(KernelShape shape) {
        if (!buffers.room().holds(shape)) {
            KernelRoom wanted = buffers.room().with(shape);
            replaceBuffers(KernelRoom.NONE); // if there is no memory for the next, none that is freed stays in use
            replaceBuffers(wanted);
        }
        if (!programs.has(shape)) {
            growWorkspace(shape);
            programs.add(shape, new KernelProgram(oneDnn, factory, shape, training, buffers, weights, gradients));
        }
    }

    private void replaceBuffers(KernelRoom room) {
        programs.clear();
        buffers.close();
        buffers = new KernelBuffers(room, inputSize, hiddenSize, training);
    }

    private void growWorkspace(KernelShape shape) {
        long floats = training ? workspaceFloats(shape) : 0;
        if (floats > buffers.workspace().size()) {
            programs.clear();
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
        programs.of(shape).forward();
    }

    /** Backward through the last {@link #forward}; weight gradients are added to those since the last clearing. */
    void backward(KernelShape shape) {
        programs.of(shape).backward();
    }

    void clearWeightGradients() {
        gradients.clear();
    }

    void addWeightGradients(float[] dense, ParameterLayout.Direction slots) {
        gradients.addTo(dense, slots);
    }

    @Override
    public void close() {
        programs.close();
        buffers.close();
        gradients.close();
        weights.close();
    }
}
