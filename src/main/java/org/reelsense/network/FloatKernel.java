package org.reelsense.network;

/** Scores with the kernel that training uses too. */
final class FloatKernel implements ScoringKernel {

    private final RecurrentKernel kernel;
    private final int width;
    private float[] embedding;

    FloatKernel(RecurrentKernel kernel, Weights weights) {
        this.kernel = kernel;
        width = weights.spec().embeddingSize();
        embedding = weights.embedding();
    }

    /** Takes up another embedding [V, E]; the kernel has been given its own weights. */
    void load(Weights changed) {
        embedding = changed.embedding();
    }

    @Override
    public void prepare(KernelShape shape) {
        kernel.prepare(shape);
    }

    @Override
    public void put(int row, int id) {
        kernel.input().buffer().put(row * width, embedding, id * width, width);
    }

    @Override
    public void forward(KernelShape shape) {
        kernel.forward(shape);
    }

    @Override
    public NativeFloats output() {
        return kernel.output();
    }

    @Override
    public void close() {
        kernel.close();
    }
}
