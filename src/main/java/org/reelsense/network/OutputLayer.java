package org.reelsense.network;

/** The linear layer from a review's pooled features to its logit. */
final class OutputLayer {

    private final int width;
    private final int weight;
    private final int bias;

    OutputLayer(NetworkSpec spec) {
        ParameterLayout layout = ParameterLayout.of(spec);
        width = spec.pooledSize();
        weight = layout.outputWeight().offset();
        bias = layout.outputBias().offset();
    }

    /** The logit of review {@code d}, not rounded: slopes of the loss are taken from it. */
    double logit(float[] dense, RowMatrix pooled, int d) {
        int from = pooled.offset(d);
        double sum = dense[bias];
        for (int j = 0; j < width; j++) {
            sum += (double) dense[weight + j] * pooled.values()[from + j];
        }
        return sum;
    }

    /** Puts the logit's gradient, times {@code gradient}, into row {@code d} of {@code back}. */
    void backward(float gradient, float[] dense, RowMatrix back, int d) {
        int to = back.offset(d);
        for (int j = 0; j < width; j++) {
            back.values()[to + j] = gradient * dense[weight + j];
        }
    }

    /** Adds the gradient of the weights themselves. */
    void addWeightGradients(float gradient, RowMatrix pooled, int d, float[] gradients) {
        int from = pooled.offset(d);
        gradients[bias] += gradient;
        for (int j = 0; j < width; j++) {
            gradients[weight + j] += gradient * pooled.values()[from + j];
        }
    }
}
