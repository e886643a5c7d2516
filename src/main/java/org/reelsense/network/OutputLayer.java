package org.reelsense.network;

import java.util.List;
import java.util.stream.IntStream;

/** One output of a linear layer: from a row of features to a number, such as from a review's pooled features to its logit. */
final class OutputLayer {

    private final int width;
    private final int weight;
    private final int bias;

    private OutputLayer(int width, int weight, int bias) {
        this.width = width;
        this.weight = weight;
        this.bias = bias;
    }

    /** The only one of a classifier. */
    static OutputLayer of(NetworkSpec spec) {
        return all(ParameterLayout.of(spec)).get(0);
    }

    /** Each output of a layout's linear layer. */
    static List<OutputLayer> all(ParameterLayout layout) {
        ParameterLayout.Slot weights = layout.outputWeight();
        int width = weights.shape().get(1);
        return IntStream.range(0, weights.shape().get(0))
                .mapToObj(k -> new OutputLayer(
                        width, weights.offset() + k * width, layout.outputBias().offset() + k))
                .toList();
    }

    /** The output for row {@code d}, not rounded: slopes of the loss are taken from it. */
    double value(float[] dense, RowMatrix features, int d) {
        int from = features.offset(d);
        double sum = dense[bias];
        for (int j = 0; j < width; j++) {
            sum += (double) dense[weight + j] * features.values()[from + j];
        }
        return sum;
    }

    /** Adds the output's gradient, times {@code gradient}, to row {@code d} of {@code back}. */
    void backward(float gradient, float[] dense, RowMatrix back, int d) {
        int to = back.offset(d);
        for (int j = 0; j < width; j++) {
            back.values()[to + j] += gradient * dense[weight + j];
        }
    }

    /** Adds the gradient of the weights themselves. */
    void addWeightGradients(float gradient, RowMatrix features, int d, float[] gradients) {
        int from = features.offset(d);
        gradients[bias] += gradient;
        for (int j = 0; j < width; j++) {
            gradients[weight + j] += gradient * features.values()[from + j];
        }
    }
}
