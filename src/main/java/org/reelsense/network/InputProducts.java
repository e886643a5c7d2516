package org.reelsense.network;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.PointerScope;

/**
 * Multiplies embeddings by the input weights of one direction, {@link InputTable#BLOCK} words at a time and never another
 * number, so that a word's product does not depend on how many were asked for.
 */
final class InputProducts implements AutoCloseable {

    private static final memory.data_type F32 = memory.data_type.f32;

    private final PointerScope owned = new PointerScope();
    private final OneDnn oneDnn;
    private final StepWeights weights;
    private final int width;
    private final int products;
    private final NativeFloats words;
    private final NativeFloats bias;
    private final NativeFloats results;
    private final matmul product;
    private final memory.desc packed;
    private final IntMemoryMap arguments = new IntMemoryMap();

    InputProducts(OneDnn oneDnn, NetworkSpec spec, StepWeights weights) {
        this.oneDnn = oneDnn;
        this.weights = weights;
        width = spec.embeddingSize();
        products = spec.cell().gates() * spec.hiddenSize();
        try {
            words = new NativeFloats((long) InputTable.BLOCK * width);
            bias = new NativeFloats(products);
            results = new NativeFloats((long) InputTable.BLOCK * products);
            memory.desc from = rows(InputTable.BLOCK, width, memory.format_tag.ab);
            memory.desc added = rows(1, products, memory.format_tag.ab);
            memory.desc to = rows(InputTable.BLOCK, products, memory.format_tag.ab);
            memory.desc any = rows(width, products, memory.format_tag.any);
            matmul.primitive_desc how =
                    new matmul.primitive_desc(oneDnn.engine, from, any, added, to, new primitive_attr(), false);
            product = new matmul(how);
            packed = how.weights_desc();
            arguments.put(dnnl.DNNL_ARG_SRC, new memory(from, oneDnn.engine, words.pointer()));
            arguments.put(dnnl.DNNL_ARG_BIAS, new memory(added, oneDnn.engine, bias.pointer()));
            arguments.put(dnnl.DNNL_ARG_DST, new memory(to, oneDnn.engine, results.pointer()));
        } finally {
            owned.extend().close(); // collects no more, but frees nothing before close()
        }
    }

    private static memory.desc rows(int rows, int columns, memory.format_tag tag) {
        return new memory.desc(new long[] {rows, columns}, F32, tag);
    }

    /** Takes up weights that have changed. */
    void load() {
        bias.buffer().put(0, weights.inputBias());
    }

    /** Floats of {@link #compute}'s results. */
    int size() {
        return results.size();
    }

    /**
     * The products of words.
     *
     * @param embedding [V, E]
     * @param count words, at most {@link InputTable#BLOCK}, from {@code from} on
     * @param to [BLOCK, G*H]; rows past {@code count} hold anything
     */
    void compute(float[] embedding, int[] ids, int from, int count, float[] to) {
        for (int row = 0; row < count; row++) {
            words.buffer().put(row * width, embedding, ids[from + row] * width, width);
        }
        arguments.put(dnnl.DNNL_ARG_WEIGHTS, weights.input().packedAs(packed));
        product.execute(oneDnn.stream, arguments);
        oneDnn.stream._wait();
        results.buffer().get(0, to, 0, results.size());
    }

    @Override
    public void close() {
        owned.close();
    }
}
