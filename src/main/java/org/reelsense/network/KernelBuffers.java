package org.reelsense.network;

/**
 * The native memory that all shapes of a {@link RecurrentKernel} share, as large as the largest needs; rows are T*B.
 * Without training the gradients and the workspace are empty.
 */
final class KernelBuffers implements AutoCloseable {

    private final KernelRoom room;
    private final NativeFloats input;
    private final NativeFloats output;
    private final NativeFloats zeroState;
    private final NativeFloats unusedState;
    private final NativeFloats inputGradient;
    private final NativeFloats outputGradient;
    private NativeFloats workspace = new NativeFloats(0);

    KernelBuffers(KernelRoom room, int inputSize, int hiddenSize, boolean training) {
        this.room = room;
        long rows = room.rows();
        long state = (long) room.batch() * hiddenSize;
        input = new NativeFloats(rows * inputSize);
        output = new NativeFloats(rows * hiddenSize);
        zeroState = new NativeFloats(state);
        unusedState = new NativeFloats(state);
        inputGradient = new NativeFloats(training ? rows * inputSize : 0);
        outputGradient = new NativeFloats(training ? rows * hiddenSize : 0);
    }

    /** How large a shape may be. */
    KernelRoom room() {
        return room;
    }

    /** [T, B, E] */
    NativeFloats input() {
        return input;
    }

    /** [T, B, H] */
    NativeFloats output() {
        return output;
    }

    /** [B, H] of zeros: where every sequence starts, for the hidden and the cell state. */
    NativeFloats zeroState() {
        return zeroState;
    }

    /** [B, H]: the gradient of the initial state, which oneDNN writes and nobody reads. */
    NativeFloats unusedState() {
        return unusedState;
    }

    /** [T, B, E] */
    NativeFloats inputGradient() {
        return inputGradient;
    }

    /** [T, B, H] */
    NativeFloats outputGradient() {
        return outputGradient;
    }

    /** What the forward pass leaves for the backward pass, in a layout of oneDNN's own. */
    NativeFloats workspace() {
        return workspace;
    }

    /** Exchanges the workspace for a larger one; what is bound to the old one must be gone. */
    void growWorkspace(long floats) {
        replaceWorkspace(0); // if there is no memory for the next, none that is freed stays in use
        replaceWorkspace(floats);
    }

    private void replaceWorkspace(long floats) {
        workspace.close();
        workspace = new NativeFloats(floats);
    }

    @Override
    public void close() {
        input.close();
        output.close();
        zeroState.close();
        unusedState.close();
        inputGradient.close();
        outputGradient.close();
        workspace.close();
    }
}
