package org.reelsense.network;

/** The native memory that all shapes of a {@link ReducedKernel} share, as large as the largest needs; rows are T*B. */
final class ReducedBuffers implements AutoCloseable {

    private final KernelRoom room;
    private final NativeBytes input;
    private final NativeBytes zeroState;
    private final NativeFloats zeroCell;
    private final NativeBytes results;
    private final NativeFloats output;

    ReducedBuffers(KernelRoom room, int inputSize, int hiddenSize, Arithmetic arithmetic) {
        this.room = room;
        long rows = room.rows();
        long batch = room.batch();
        long bytes = arithmetic.bytes();
        byte zero = (byte) (arithmetic == Arithmetic.EIGHT_BIT ? EightBit.ZERO : 0);
        input = new NativeBytes(bytes * rows * inputSize, zero);
        zeroState = new NativeBytes(bytes * batch * hiddenSize, zero);
        zeroCell = new NativeFloats(batch * hiddenSize);
        results = new NativeBytes(arithmetic == Arithmetic.BFLOAT16 ? bytes * rows * hiddenSize : 0, zero);
        output = new NativeFloats(rows * hiddenSize);
    }

    /** How large a shape may be. */
    KernelRoom room() {
        return room;
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
