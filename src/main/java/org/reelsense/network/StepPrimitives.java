package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;

/**
 * oneDNN's element-by-element primitives on stretches of memory, in the order in which they were asked for. Native objects
 * made here belong to the scope that is open.
 */
final class StepPrimitives {

    private final OneDnn oneDnn;
    private final List<Bound> bound = new ArrayList<>();

    /** A primitive with the memory it reads and writes. */
    private record Bound(primitive primitive, IntMemoryMap arguments) {}

    /** So many floats from a place on. */
    record Stretch(NativeFloats floats, long begin, long size) {}

    StepPrimitives(OneDnn oneDnn) {
        this.oneDnn = oneDnn;
    }

    void run() {
        for (Bound one : bound) {
            one.primitive.execute(oneDnn.stream, one.arguments);
        }
    }

    void add(primitive primitive, IntMemoryMap arguments) {
        bound.add(new Bound(primitive, arguments));
    }

    /** to = 1 / (1 + exp(-to)) */
    void logistic(Stretch to) {
        squash(dnnl.dnnl_eltwise_logistic, to, to);
    }

    /** to = tanh(from) */
    void tanh(Stretch from, Stretch to) {
        squash(dnnl.dnnl_eltwise_tanh, from, to);
    }

    private void squash(int function, Stretch from, Stretch to) {
        memory.desc desc = desc(to);
        IntMemoryMap arguments = new IntMemoryMap();
        arguments.put(dnnl.DNNL_ARG_SRC, memory(from));
        arguments.put(dnnl.DNNL_ARG_DST, memory(to));
        add(
                new eltwise_forward(new eltwise_forward.primitive_desc(
                        oneDnn.engine, dnnl.dnnl_forward_inference, function, desc, desc, 0, 0)),
                arguments);
    }

    /** to = a b */
    void multiply(Stretch a, Stretch b, Stretch to) {
        combine(dnnl.dnnl_binary_mul, a, b, to, new post_ops(), new IntMemoryMap());
    }

    /** to += a b */
    void addProduct(Stretch a, Stretch b, Stretch to) {
        post_ops sum = new post_ops();
        sum.append_sum();
        combine(dnnl.dnnl_binary_mul, a, b, to, sum, new IntMemoryMap());
    }

    /** to = tanh(to a + b) */
    void tanhOfProductAnd(Stretch to, Stretch a, Stretch b) {
        post_ops then = new post_ops();
        IntMemoryMap arguments = new IntMemoryMap();
        then(then, arguments, dnnl.dnnl_binary_add, b);
        then.append_eltwise(dnnl.dnnl_eltwise_tanh, 0, 0);
        combine(dnnl.dnnl_binary_mul, to, a, to, then, arguments);
    }

    /** to = share to + (1 - share) other */
    void mix(Stretch to, Stretch other, Stretch share) {
        post_ops then = new post_ops();
        IntMemoryMap arguments = new IntMemoryMap();
        then(then, arguments, dnnl.dnnl_binary_mul, share);
        then(then, arguments, dnnl.dnnl_binary_add, other);
        combine(dnnl.dnnl_binary_sub, to, other, to, then, arguments);
    }

    private void then(post_ops then, IntMemoryMap arguments, int function, Stretch operand) {
        int place = dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (then.len() + 1);
        then.append_binary(function, desc(operand));
        arguments.put(place | dnnl.DNNL_ARG_SRC_1, memory(operand));
    }

    private void combine(int function, Stretch a, Stretch b, Stretch to, post_ops then, IntMemoryMap arguments) {
        memory.desc desc = desc(to);
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(then);
        arguments.put(dnnl.DNNL_ARG_SRC_0, memory(a));
        arguments.put(dnnl.DNNL_ARG_SRC_1, memory(b));
        arguments.put(dnnl.DNNL_ARG_DST, memory(to));
        add(
                new binary(new binary.primitive_desc(oneDnn.engine, function, desc, desc, desc, attributes, false)),
                arguments);
    }

    /** As one row, since oneDNN has no vector code for binary operations on one axis alone. */
    private static memory.desc desc(Stretch stretch) {
        return new memory.desc(new long[] {1, stretch.size}, memory.data_type.f32, memory.format_tag.ab);
    }

    private memory memory(Stretch stretch) {
        return new memory(desc(stretch), oneDnn.engine, stretch.floats.pointer().getPointer(stretch.begin));
    }
}
