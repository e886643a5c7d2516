package org.reelsense.network;

/** What training computes with, as a scoring kernel: {@link StepKernel} must give what it gives. */
final class FusedKernel implements ScoringKernel {

    private final RecurrentKernel kernel;
    private final int width;
    private final float[] embedding;

    FusedKernel(OneDnn oneDnn, Weights weights, int direction) {
        NetworkSpec spec = weights.spec();
        kernel = new RecurrentKernel(oneDnn, spec.cell(), spec.embeddingSize(), spec.hiddenSize(), false);
        kernel.load(weights.dense(), ParameterLayout.of(spec).direction(direction));
        width = spec.embeddingSize();
        embedding = weights.embedding();
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
