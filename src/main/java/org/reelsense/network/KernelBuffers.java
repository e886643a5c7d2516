package org.reelsense.network;

/**
 * The native memory that all shapes of a {@link RecurrentKernel} share, as large as the largest needs; rows are T*B.
 * Without training the gradients and the workspace are empty.
 */
final class KernelBuffers implements AutoCloseable {

    private final int rows;
    private final int batch;
    private final NativeFloats input;
    private final NativeFloats output;
    private final NativeFloats zeroState;
    private final NativeFloats unusedState;
    private final NativeFloats inputGradient;
    private final NativeFloats outputGradient;
    private NativeFloats workspace = new NativeFloats(0);

    KernelBuffers(int rows, int batch, int inputSize, int hiddenSize, boolean training) {
        this.rows = rows;
        this.batch = batch;
        long state = (long) batch * hiddenSize;
        input = new NativeFloats((long) rows * inputSize);
        output = new NativeFloats((long) rows * hiddenSize);
        zeroState = new NativeFloats(state);
        unusedState = new NativeFloats(state);
        inputGradient = new NativeFloats(training ? (long) rows * inputSize : 0);
        outputGradient = new NativeFloats(training ? (long) rows * hiddenSize : 0);
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
