package org.reelsense.network;

/** One direction of the recurrent layer, forward only, in one {@link Arithmetic}: what {@link ReviewEncoder} runs. */
interface ScoringKernel extends AutoCloseable {

    /** Makes room for a shape; call it before the first {@link #put}. */
    void prepare(KernelShape shape);

    /** Makes the embedding of a word the input of a row of [T*B]. */
    void put(int row, int id);

    /** Runs over what was put, in the order of the rows; rows without a word hold anything. */
    void forward(KernelShape shape);

    /** [T, B, H] */
    NativeFloats output();

    @Override
    void close();
}
