package org.reelsense.network;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.javacpp.PointerScope;

/** The compiled primitives of one shape with their memory objects, bound to the kernel's shared buffers. */
final class KernelProgram implements AutoCloseable {

    /** Collects every native object made while it is open; the garbage collector would free them too late. */
    private final PointerScope owned = new PointerScope();

    private final OneDnn oneDnn;
    private final DirectionWeights weights;
    private final rnn_primitive_desc_base forwardDesc;
    private final primitive forward;
    private final IntMemoryMap forwardArguments = new IntMemoryMap();
    private final rnn_primitive_desc_base backwardDesc;
    private final primitive backward;
    private final IntMemoryMap backwardArguments = new IntMemoryMap();

    KernelProgram(
            OneDnn oneDnn,
            PrimitiveFactory factory,
            KernelShape shape,
            boolean training,
            KernelBuffers buffers,
            DirectionWeights weights,
            DirectionGradients gradients) {
        this.oneDnn = oneDnn;
        this.weights = weights;
        try {
            forwardDesc = factory.forward(shape, training);
            forward = new primitive(forwardDesc);
            bind(forwardArguments, factory, shape, buffers);
            if (training) {
                backwardDesc = factory.backward(shape, forwardDesc);
                backward = new primitive(backwardDesc);
                bind(backwardArguments, factory, shape, buffers);
                bindWorkspace(buffers);
                bindGradients(factory, shape, buffers, gradients);
            } else {
                backwardDesc = new rnn_primitive_desc_base();
                backward = new primitive();
            }
        } finally {
            owned.extend().close(); // collects no more, but frees nothing before close()
        }
    }

    private void bind(IntMemoryMap arguments, PrimitiveFactory factory, KernelShape shape, KernelBuffers buffers) {
        put(arguments, dnnl.DNNL_ARG_SRC_LAYER, factory.input(shape), buffers.input());
        put(arguments, dnnl.DNNL_ARG_DST_LAYER, factory.output(shape), buffers.output());
        put(arguments, dnnl.DNNL_ARG_SRC_ITER, factory.state(shape), buffers.zeroState());
        put(arguments, dnnl.DNNL_ARG_SRC_ITER_C, factory.cellState(shape), buffers.zeroState());
        arguments.put(dnnl.DNNL_ARG_BIAS, weights.bias());
    }

    private void bindWorkspace(KernelBuffers buffers) {
        memory.desc desc = forwardDesc.workspace_desc();
        put(forwardArguments, dnnl.DNNL_ARG_WORKSPACE, desc, buffers.workspace());
        put(backwardArguments, dnnl.DNNL_ARG_WORKSPACE, desc, buffers.workspace());
    }

    private void bindGradients(
            PrimitiveFactory factory, KernelShape shape, KernelBuffers buffers, DirectionGradients gradients) {
        IntMemoryMap arguments = backwardArguments;
        put(arguments, dnnl.DNNL_ARG_DIFF_SRC_LAYER, factory.input(shape), buffers.inputGradient());
        put(arguments, dnnl.DNNL_ARG_DIFF_DST_LAYER, factory.output(shape), buffers.outputGradient());
        put(arguments, dnnl.DNNL_ARG_DIFF_SRC_ITER, factory.state(shape), buffers.unusedState());
        put(arguments, dnnl.DNNL_ARG_DIFF_SRC_ITER_C, factory.state(shape), buffers.unusedState());
        arguments.put(dnnl.DNNL_ARG_DIFF_WEIGHTS_LAYER, gradients.input());
        arguments.put(dnnl.DNNL_ARG_DIFF_WEIGHTS_ITER, gradients.hidden());
        arguments.put(dnnl.DNNL_ARG_DIFF_BIAS, gradients.bias());
    }

    private void put(IntMemoryMap arguments, int argument, memory.desc desc, NativeFloats floats) {
        arguments.put(argument, new memory(desc, oneDnn.engine, floats.pointer()));
    }

    void forward() {
        execute(forward, forwardDesc, forwardArguments);
    }

    void backward() {
        execute(backward, backwardDesc, backwardArguments);
    }

    private void execute(primitive primitive, rnn_primitive_desc_base desc, IntMemoryMap arguments) {
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
