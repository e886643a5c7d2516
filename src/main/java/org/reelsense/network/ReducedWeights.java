package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/** The weights of one direction in numbers of 8 or 16 bits, a packed copy for each layout that a primitive asks for. */
final class ReducedWeights implements AutoCloseable {

    private final OneDnn oneDnn;
    private final primitive_attr attributes;
    private final DirectionWeights floats;
    private final Packed input;
    private final Packed hidden;

    /** One matrix. oneDNN packs 8 and 16 bits only from floats that lie input feature by input feature. */
    private final class Packed implements AutoCloseable {
        private final memory source;
        private final List<memory> copies = new ArrayList<>();

        Packed(memory source) {
            this.source = source;
        }

        memory as(memory.desc wanted) {
            for (memory copy : copies) {
                try (memory.desc has = copy.get_desc()) {
                    if (has.equals(wanted)) {
                        return copy;
                    }
                }
            }
            memory copy = new memory(wanted, oneDnn.engine);
            copies.add(copy);
            pack(copy, wanted);
            return copy;
        }

        private void pack(memory copy, memory.desc wanted) {
            try (memory.desc from = source.get_desc();
                    reorder.primitive_desc how =
                            new reorder.primitive_desc(oneDnn.engine, from, oneDnn.engine, wanted, attributes, false);
                    reorder pack = new reorder(how)) {
                pack.execute(oneDnn.stream, source, copy);
                oneDnn.stream._wait();
            }
        }

        @Override
        public void close() {
            copies.forEach(memory::close);
        }
    }

    /**
     * Takes the weights of one direction.
     *
     * @param attributes with their scales, if they become bytes; must outlive this
     */
    ReducedWeights(
            OneDnn oneDnn,
            NetworkSpec spec,
            float[] dense,
            ParameterLayout.Direction slots,
            primitive_attr attributes) {
        this.oneDnn = oneDnn;
        this.attributes = attributes;
        int in = spec.embeddingSize();
        int units = spec.hiddenSize();
        PrimitiveFactory factory = new PrimitiveFactory(oneDnn.engine, spec.cell(), in, units);
        floats = new DirectionWeights(oneDnn, factory, spec.cell(), in, units);
        floats.load(dense, slots);
        try (memory.desc ofInput = factory.weights(in, memory.format_tag.ldigo);
                memory.desc ofHidden = factory.weights(units, memory.format_tag.ldigo)) {
            input = new Packed(floats.inputPackedAs(ofInput));
            hidden = new Packed(floats.hiddenPackedAs(ofHidden));
        }
    }

    memory inputPackedAs(memory.desc wanted) {
        return input.as(wanted);
    }

    memory hiddenPackedAs(memory.desc wanted) {
        return hidden.as(wanted);
    }

    memory bias() {
        return floats.bias();
    }

    @Override
    public void close() {
        input.close();
        hidden.close();
        floats.close();
    }
}
