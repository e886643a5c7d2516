package org.reelsense.network;

import java.util.function.IntSupplier;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/**
 * The numbers in which the recurrent layer computes when it scores. Products of the two reduced forms are summed in 32 bits, and
 * gates and cell state are floats in all of them. Training and explaining know floats alone.
 */
public enum Arithmetic {
    /** 32 bits each. */
    FLOAT("float"),
    /** Embeddings, weights and hidden states of 16 bits: a float without the last 16 of its 23 binary places. */
    BFLOAT16("bfloat16"),
    /** Embeddings, weights and hidden states of 8 bits; the LSTM alone, since oneDNN has no such GRU or RNN of our form. */
    EIGHT_BIT("8bit");

    private final String id;

    Arithmetic(String id) {
        this.id = id;
    }

    /** The name in messages and on the command line. */
    public String id() {
        return id;
    }

    /** Bytes of a number that the kernels read. */
    int bytes() {
        return switch (this) {
            case FLOAT -> Float.BYTES;
            case BFLOAT16 -> Short.BYTES;
            case EIGHT_BIT -> 1;
        };
    }

    /**
     * Asks whether it is to be had for a cell on this machine.
     *
     * @throws IllegalArgumentException if not, with the reason
     */
    void require(Cell cell) {
        require(cell, () -> {
            Loader.load(dnnl.class);
            return dnnl.dnnl_get_effective_cpu_isa();
        });
    }

    /** As {@link #require(Cell)}, of a processor with these instructions, in oneDNN's code for them. */
    void require(Cell cell, IntSupplier instructions) {
        if (this == EIGHT_BIT && cell != Cell.LSTM) {
            throw new IllegalArgumentException(
                    "precision: 8bit is for the LSTM; a model with " + cell.id() + " cells takes bfloat16 or float");
        }
        if (this != FLOAT && !offered(instructions.getAsInt())) {
            throw new IllegalArgumentException("precision: this processor has no instructions for " + id
                    + ", which would make it slower and less exact; take float");
        }
    }

    /** Without VNNI oneDNN adds products of bytes in 16 bits, which can overflow; without these for bfloat16 it emulates. */
    private boolean offered(int instructions) {
        return this == EIGHT_BIT
                ? has(instructions, dnnl.dnnl_cpu_isa_avx512_core_vnni)
                        || has(instructions, dnnl.dnnl_cpu_isa_avx2_vnni)
                : has(instructions, dnnl.dnnl_cpu_isa_avx512_core_bf16);
    }

    /** Each code has the bits of all sets of instructions that it includes. */
    private static boolean has(int instructions, int wanted) {
        return (instructions & wanted) == wanted;
    }
}
