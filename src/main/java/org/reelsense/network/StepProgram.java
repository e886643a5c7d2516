package org.reelsense.network;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.PointerScope;
import org.reelsense.network.StepPrimitives.Stretch;

/**
 * One time step for a number of rows, whose gates hold the input's part already: the product of the state and the hidden
 * weights is added, then the cell goes element by element. The formulas stand at {@link Cell}.
 */
final class StepProgram implements AutoCloseable {

    private static final memory.data_type F32 = memory.data_type.f32;

    private final PointerScope owned = new PointerScope();
    private final StepWeights weights;
    private final StepBuffers buffers;
    private final long rows;
    private final StepPrimitives primitives;
    private final memory.desc packed;
    private final IntMemoryMap productArguments = new IntMemoryMap();

    StepProgram(OneDnn oneDnn, NetworkSpec spec, int batch, StepBuffers buffers, StepWeights weights) {
        this.weights = weights;
        this.buffers = buffers;
        rows = (long) batch * spec.hiddenSize();
        primitives = new StepPrimitives(oneDnn);
        try {
            packed = product(oneDnn, spec, batch);
            switch (spec.cell()) {
                case RNN -> primitives.tanh(gate(0), whole(buffers.state()));
                case LSTM -> lstm();
                case GRU -> gru();
            }
        } finally {
            owned.extend().close(); // collects no more, but frees nothing before close()
        }
    }

    /** [G, B, H] += [1, B, H] times [G, H, H]; returns how the weights are to lie. */
    private memory.desc product(OneDnn oneDnn, NetworkSpec spec, int batch) {
        int gates = spec.cell().gates();
        int units = spec.hiddenSize();
        memory.desc state = matrices(1, batch, units, memory.format_tag.abc);
        memory.desc target = matrices(gates, batch, units, memory.format_tag.abc);
        memory.desc any = matrices(gates, units, units, memory.format_tag.any);
        post_ops sum = new post_ops();
        sum.append_sum();
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(sum);
        matmul.primitive_desc how = new matmul.primitive_desc(oneDnn.engine, state, any, target, attributes, false);
        productArguments.put(
                dnnl.DNNL_ARG_SRC,
                new memory(state, oneDnn.engine, buffers.state().pointer()));
        productArguments.put(
                dnnl.DNNL_ARG_DST,
                new memory(target, oneDnn.engine, buffers.gates().pointer()));
        primitives.add(new matmul(how), productArguments);
        return how.weights_desc();
    }

    private static memory.desc matrices(int count, int rows, int columns, memory.format_tag tag) {
        return new memory.desc(new long[] {count, rows, columns}, F32, tag);
    }

    /** Gates i, f, o, g; the last is free when the cell state has taken it up. */
    private void lstm() {
        Stretch cell = whole(buffers.cell());
        primitives.logistic(new Stretch(buffers.gates(), 0, 3 * rows));
        primitives.tanh(gate(3), gate(3));
        primitives.multiply(cell, gate(1), cell);
        primitives.addProduct(gate(0), gate(3), cell);
        primitives.tanh(cell, gate(3));
        primitives.multiply(gate(3), gate(2), whole(buffers.state()));
    }

    /** Gates r, z, and of the candidate what comes from the state. */
    private void gru() {
        primitives.logistic(new Stretch(buffers.gates(), 0, 2 * rows));
        primitives.tanhOfProductAnd(gate(2), gate(0), whole(buffers.candidate()));
        primitives.mix(whole(buffers.state()), gate(2), gate(1));
    }

    private Stretch gate(int k) {
        return new Stretch(buffers.gates(), k * rows, rows);
    }

    private Stretch whole(NativeFloats floats) {
        return new Stretch(floats, 0, rows);
    }

    /** To be called before the first step: the state is zero, the weights are the latest. */
    void begin() {
        productArguments.put(dnnl.DNNL_ARG_WEIGHTS, weights.hidden().packedAs(packed));
        buffers.state().clear((int) rows);
        buffers.cell().clear(Math.min((int) rows, buffers.cell().size()));
    }

    /** Goes one step on. */
    void step() {
        primitives.run();
    }

    @Override
    public void close() {
        owned.close();
    }
}
