package org.reelsense.network;

import org.bytedeco.dnnl.memory;

/**
 * What kind of numbers a recurrent primitive takes and gives.
 *
 * @param data inputs and hidden states
 * @param weight of both matrices; biases are floats
 * @param result what it gives for each step
 */
record NumberTypes(memory.data_type data, memory.data_type weight, memory.data_type result) {

    /** Bytes come back as floats, which costs 4 %; oneDNN has no such form for 16 bits. */
    static NumberTypes of(Arithmetic arithmetic) {
        return switch (arithmetic) {
            case FLOAT -> new NumberTypes(memory.data_type.f32, memory.data_type.f32, memory.data_type.f32);
            case BFLOAT16 -> new NumberTypes(memory.data_type.bf16, memory.data_type.bf16, memory.data_type.bf16);
            case EIGHT_BIT -> new NumberTypes(memory.data_type.u8, memory.data_type.s8, memory.data_type.f32);
        };
    }
}
