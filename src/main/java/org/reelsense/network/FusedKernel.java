package org.reelsense.network;

/** Floats, a whole pass in the primitive that training computes with. */
final class FusedKernel implements ScoringKernel {

    private final RecurrentKernel kernel;
    private final boolean own;
    private final int width;
    private float[] embedding;

    /** On another's kernel, which has the dense weights, or will have them, and which that other closes. */
    FusedKernel(RecurrentKernel kernel, Weights weights) {
        this(kernel, false, weights);
    }

    private FusedKernel(RecurrentKernel kernel, boolean own, Weights weights) {
        this.kernel = kernel;
        this.own = own;
        width = weights.spec().embeddingSize();
        embedding = weights.embedding();
    }

    /** With a kernel of its own. */
    FusedKernel(OneDnn oneDnn, Weights weights, int direction) {
        this(kernel(oneDnn, weights.spec()), true, weights);
        kernel.load(weights.dense(), ParameterLayout.of(weights.spec()).direction(direction));
    }

    private static RecurrentKernel kernel(OneDnn oneDnn, NetworkSpec spec) {
        return new RecurrentKernel(oneDnn, spec.cell(), spec.embeddingSize(), spec.hiddenSize(), false);
    }

    /** Takes up other word vectors; the rest the kernel has. */
    void load(float[] changed) {
        embedding = changed;
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
        if (own) {
            kernel.close();
        }
    }
}
