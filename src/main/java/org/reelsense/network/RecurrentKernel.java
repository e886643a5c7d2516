package org.reelsense.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.javacpp.PointerScope;

/**
 * One recurrent layer in one direction, left to right, on one thread: fill {@link #input}, {@link #forward}, read
 * {@link #output}; for training fill {@link #outputGradient}, {@link #backward}, read {@link #inputGradient} and
 * {@link #addWeightGradients}.
 *
 * <p>Primitives are compiled once a {@link KernelShape} and kept, the least recently used dropped first. All shapes share
 * the same buffers, so that a kept shape costs a few kilobytes and not a workspace (hundreds of megabytes in a trial).
 */
final class RecurrentKernel implements AutoCloseable {

    private static final int MOST_SHAPES = 64;

    private final OneDnn oneDnn;
    private final boolean training;
    private final int inputSize;
    private final int hiddenSize;
    private final PrimitiveFactory factory;
    private final DirectionWeights weights;
    private final DirectionGradients gradients;
    private final Map<KernelShape, Program> programs = new LinkedHashMap<>(16, 0.75f, true);
    private Buffers buffers;

    /** What grows with the largest shape seen: rows are T*B. Gradients are empty without training. */
    private static final class Buffers implements AutoCloseable {
        private final int rows;
        private final NativeFloats input;
        private final NativeFloats output;
        private final NativeFloats zeroState;
        private final NativeFloats unusedState;
        private final NativeFloats inputGradient;
        private final NativeFloats outputGradient;
        private NativeFloats workspace = new NativeFloats(0);

        Buffers(int rows, int inputSize, int hiddenSize, boolean training) {
            this.rows = rows;
            input = new NativeFloats((long) rows * inputSize);
            zeroState = new NativeFloats((long) KernelShape.mostBatch(rows) * hiddenSize);
            unusedState = new NativeFloats((long) KernelShape.mostBatch(rows) * hiddenSize);
            output = new NativeFloats((long) rows * hiddenSize);
            inputGradient = new NativeFloats(training ? (long) rows * inputSize : 0);
            outputGradient = new NativeFloats(training ? (long) rows * hiddenSize : 0);
        }

        @Override
        public void close() {
            input.close();
            output.close();
            zeroState.close();
            unusedState.close();
            inputGradient.close();
            outputGradient.close();
            workspace.close();
        }
    }

    /** The compiled primitives of a shape with their memory objects, bound to the shared buffers. */
    private final class Program implements AutoCloseable {
        /** Collects every native object made while it is open; the garbage collector would free them too late. */
        private final PointerScope owned = new PointerScope();

        private final rnn_primitive_desc_base forwardDesc;
        private final primitive forward;
        private final IntMemoryMap forwardArguments = new IntMemoryMap();
        private final rnn_primitive_desc_base backwardDesc;
        private final primitive backward;
        private final IntMemoryMap backwardArguments = new IntMemoryMap();

        Program(KernelShape shape) {
            try {
                forwardDesc = factory.forward(shape, training);
                forward = new primitive(forwardDesc);
                bind(forwardArguments, shape);
                if (training) {
                    backwardDesc = factory.backward(shape, forwardDesc);
                    backward = new primitive(backwardDesc);
                    bindWorkspace();
                    bindGradients(shape);
                } else {
                    backwardDesc = new rnn_primitive_desc_base();
                    backward = new primitive();
                }
            } finally {
                owned.extend().close(); // collects no more, but frees nothing before close()
            }
        }

        private void bind(IntMemoryMap arguments, KernelShape shape) {
            put(arguments, dnnl.DNNL_ARG_SRC_LAYER, PrimitiveFactory.sequence(shape, inputSize), buffers.input);
            put(arguments, dnnl.DNNL_ARG_DST_LAYER, PrimitiveFactory.sequence(shape, hiddenSize), buffers.output);
            put(arguments, dnnl.DNNL_ARG_SRC_ITER, factory.state(shape), buffers.zeroState);
            put(arguments, dnnl.DNNL_ARG_SRC_ITER_C, factory.state(shape), buffers.zeroState);
            arguments.put(dnnl.DNNL_ARG_BIAS, weights.bias());
        }

        private void bindWorkspace() {
            memory.desc desc = forwardDesc.workspace_desc();
            put(forwardArguments, dnnl.DNNL_ARG_WORKSPACE, desc, buffers.workspace);
            put(backwardArguments, dnnl.DNNL_ARG_WORKSPACE, desc, buffers.workspace);
        }

        private void bindGradients(KernelShape shape) {
            IntMemoryMap arguments = backwardArguments;
            bind(arguments, shape);
            memory.desc source = PrimitiveFactory.sequence(shape, inputSize);
            memory.desc target = PrimitiveFactory.sequence(shape, hiddenSize);
            put(arguments, dnnl.DNNL_ARG_DIFF_SRC_LAYER, source, buffers.inputGradient);
            put(arguments, dnnl.DNNL_ARG_DIFF_DST_LAYER, target, buffers.outputGradient);
            put(arguments, dnnl.DNNL_ARG_DIFF_SRC_ITER, factory.state(shape), buffers.unusedState);
            put(arguments, dnnl.DNNL_ARG_DIFF_SRC_ITER_C, factory.state(shape), buffers.unusedState);
            arguments.put(dnnl.DNNL_ARG_DIFF_WEIGHTS_LAYER, gradients.input());
            arguments.put(dnnl.DNNL_ARG_DIFF_WEIGHTS_ITER, gradients.hidden());
            arguments.put(dnnl.DNNL_ARG_DIFF_BIAS, gradients.bias());
        }

        private void put(IntMemoryMap arguments, int argument, memory.desc desc, NativeFloats floats) {
            arguments.put(argument, new memory(desc, oneDnn.engine, floats.pointer()));
        }

        void execute(primitive primitive, rnn_primitive_desc_base desc, IntMemoryMap arguments) {
            try (memory.desc input = desc.weights_layer_desc();
                    memory.desc hidden = desc.weights_iter_desc()) {
                arguments.put(dnnl.DNNL_ARG_WEIGHTS_LAYER, weights.inputPackedAs(input));
                arguments.put(dnnl.DNNL_ARG_WEIGHTS_ITER, weights.hiddenPackedAs(hidden));
            }
            primitive.execute(oneDnn.stream, arguments);
            oneDnn.stream._wait();
        }

        @Override
        public void close() {
            owned.close();
        }
    }

    RecurrentKernel(OneDnn oneDnn, Cell cell, int inputSize, int hiddenSize, boolean training) {
        this.oneDnn = oneDnn;
        this.training = training;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        factory = new PrimitiveFactory(oneDnn.engine, cell, inputSize, hiddenSize);
        weights = new DirectionWeights(oneDnn, factory, cell, inputSize, hiddenSize);
        gradients = new DirectionGradients(oneDnn, factory, cell, inputSize, hiddenSize);
        buffers = new Buffers(0, inputSize, hiddenSize, training);
    }

    void load(float[] dense, ParameterLayout.Direction slots) {
        weights.load(dense, slots);
    }

    /** Makes room for a shape; call it before filling {@link #input}, whose content it may drop. */
    void prepare(KernelShape shape) {
        if (shape.rows() > buffers.rows) {
            dropPrograms();
            buffers.close();
            buffers = new Buffers(shape.rows(), inputSize, hiddenSize, training);
        }
        if (!programs.containsKey(shape)) {
            growWorkspace(shape);
            programs.put(shape, new Program(shape));
            dropOldest();
        }
    }

    private void growWorkspace(KernelShape shape) {
        if (!training) {
            return;
        }
        long floats = workspaceFloats(shape);
        if (floats > buffers.workspace.size()) {
            dropPrograms();
            buffers.workspace.close();
            buffers.workspace = new NativeFloats(floats);
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
        programs.values().forEach(Program::close);
        programs.clear();
    }

    /** [T, B, E] of the prepared shape; padding must be finite. */
    NativeFloats input() {
        return buffers.input;
    }

    /** [T, B, H] */
    NativeFloats output() {
        return buffers.output;
    }

    /** [T, B, H]; padding must be zero. */
    NativeFloats outputGradient() {
        return buffers.outputGradient;
    }

    /** [T, B, E] */
    NativeFloats inputGradient() {
        return buffers.inputGradient;
    }

    void forward(KernelShape shape) {
        Program program = program(shape);
        program.execute(program.forward, program.forwardDesc, program.forwardArguments);
    }

    /** Backward through the last {@link #forward}; weight gradients are added to those since the last clearing. */
    void backward(KernelShape shape) {
        Program program = program(shape);
        program.execute(program.backward, program.backwardDesc, program.backwardArguments);
    }

    private Program program(KernelShape shape) {
        Program program = programs.get(shape);
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
