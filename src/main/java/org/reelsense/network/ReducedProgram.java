package org.reelsense.network;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.javacpp.PointerScope;

/** The forward pass of one shape in reduced numbers, and what makes floats of its results, bound to shared buffers. */
final class ReducedProgram implements AutoCloseable {

    private final PointerScope owned = new PointerScope();
    private final OneDnn oneDnn;
    private final rnn_primitive_desc_base desc;
    private final primitive forward;
    private final IntMemoryMap arguments = new IntMemoryMap();
    private final reorder toFloats;
    private final memory results;
    private final memory floats;
    private final boolean alreadyFloats;

    ReducedProgram(
            OneDnn oneDnn,
            PrimitiveFactory factory,
            KernelShape shape,
            ReducedBuffers buffers,
            ReducedWeights weights) {
        this.oneDnn = oneDnn;
        try {
            desc = factory.forward(shape, false);
            forward = new primitive(desc);
            floats = new memory(
                    factory.floatOutput(shape), oneDnn.engine, buffers.output().pointer());
            memory.desc output = factory.output(shape);
            alreadyFloats = output.equals(floats.get_desc());
            results = alreadyFloats
                    ? floats
                    : new memory(output, oneDnn.engine, buffers.results().pointer());
            toFloats = new reorder(results, floats);
            bind(factory, shape, buffers);
        } finally {
            owned.extend().close(); // collects no more, but frees nothing before close()
        }
        bind(weights); // which are packed here, and serve other shapes when this one is gone
    }

    private void bind(PrimitiveFactory factory, KernelShape shape, ReducedBuffers buffers) {
        arguments.put(
                dnnl.DNNL_ARG_SRC_LAYER,
                new memory(factory.input(shape), oneDnn.engine, buffers.input().pointer()));
        arguments.put(
                dnnl.DNNL_ARG_SRC_ITER,
                new memory(
                        factory.state(shape), oneDnn.engine, buffers.zeroState().pointer()));
        arguments.put(
                dnnl.DNNL_ARG_SRC_ITER_C,
                new memory(
                        factory.cellState(shape),
                        oneDnn.engine,
                        buffers.zeroCell().pointer()));
        arguments.put(dnnl.DNNL_ARG_DST_LAYER, results);
    }

    private void bind(ReducedWeights weights) {
        arguments.put(dnnl.DNNL_ARG_BIAS, weights.bias());
        try (memory.desc input = desc.weights_layer_desc();
                memory.desc hidden = desc.weights_iter_desc()) {
            arguments.put(dnnl.DNNL_ARG_WEIGHTS_LAYER, weights.inputPackedAs(input));
            arguments.put(dnnl.DNNL_ARG_WEIGHTS_ITER, weights.hiddenPackedAs(hidden));
        }
    }

    /** Runs, and leaves floats in the buffers' output. */
    void forward() {
        forward.execute(oneDnn.stream, arguments);
        if (!alreadyFloats) {
            toFloats.execute(oneDnn.stream, results, floats);
        }
        oneDnn.stream._wait();
    }

    @Override
    public void close() {
        owned.close();
    }
}
