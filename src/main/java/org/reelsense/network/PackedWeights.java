package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;

/**
 * A weight tensor outside the heap. Each primitive names a packed layout of its own choice, so packed copies are kept one
 * per layout and made anew when the weights have changed.
 */
final class PackedWeights implements AutoCloseable {

    private final OneDnn oneDnn;
    private final NativeFloats values;
    private final memory.desc desc;
    private final memory memory;
    private final List<Packed> packed = new ArrayList<>();
    private long version;

    /** One copy. */
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

    /** All zero. {@code desc} says how {@code size} values lie as they are loaded, and is closed with this. */
    PackedWeights(OneDnn oneDnn, long size, memory.desc desc) {
        this.oneDnn = oneDnn;
        this.desc = desc;
        values = new NativeFloats(size);
        memory = new memory(desc, oneDnn.engine, values.pointer());
    }

    /**
     * Takes a tensor of equal parts, one a gate, out of {@code dense}.
     *
     * @param offset of the first part
     * @param order which part comes first, second, ...
     */
    void load(float[] dense, int offset, int[] order) {
        int gate = values.size() / order.length;
        for (int k = 0; k < order.length; k++) {
            values.buffer().put(k * gate, dense, offset + order[k] * gate, gate);
        }
        version++;
    }

    /** The tensor in a layout; good until the next call of {@link #load}. */
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
