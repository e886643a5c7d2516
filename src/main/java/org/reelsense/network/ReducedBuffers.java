package org.reelsense.network;

/** The native memory that all shapes of a {@link ReducedKernel} share, as large as the largest needs; rows are T*B. */
final class ReducedBuffers implements AutoCloseable {

    private final int rows;
    private final int batch;
    private final NativeBytes input;
    private final NativeBytes zeroState;
    private final NativeFloats zeroCell;
    private final NativeBytes results;
    private final NativeFloats output;

    ReducedBuffers(int rows, int batch, int inputSize, int hiddenSize, Arithmetic arithmetic) {
        this.rows = rows;
        this.batch = batch;
        long bytes = arithmetic.bytes();
        byte zero = (byte) (arithmetic == Arithmetic.EIGHT_BIT ? EightBit.ZERO : 0);
        input = new NativeBytes(bytes * rows * inputSize, zero);
        zeroState = new NativeBytes(bytes * batch * hiddenSize, zero);
        zeroCell = new NativeFloats((long) batch * hiddenSize);
        results = new NativeBytes(arithmetic == Arithmetic.BFLOAT16 ? bytes * rows * hiddenSize : 0, zero);
        output = new NativeFloats((long) rows * hiddenSize);
    }

    /** Rows there is room for: T*B. */
    int rows() {
        return rows;
    }

    /** Sequences there is room for: B. */
    int batch() {
        return batch;
    }

    boolean hold(KernelShape shape) {
        return shape.rows() <= rows && shape.batch() <= batch;
    }

    /** [T, B, E] */
    NativeBytes input() {
        return input;
    }

    /** [B, H], where every sequence starts. */
    NativeBytes zeroState() {
        return zeroState;
    }

    /** [B, H] */
    NativeFloats zeroCell() {
        return zeroCell;
    }

    /** [T, B, H] of 16 bits; none where the primitive gives floats. */
    NativeBytes results() {
        return results;
    }

    /** [T, B, H] */
    NativeFloats output() {
        return output;
    }

    @Override
    public void close() {
        input.close();
        zeroState.close();
        zeroCell.close();
        results.close();
        output.close();
    }
}
