package org.reelsense.network;

import java.util.Arrays;
import java.util.List;

/**
 * The gradient of a loss with respect to all weights of a network.
 *
 * @param dense laid out by {@link ParameterLayout}
 * @param embedding the rows that were touched
 */
public record Gradients(float[] dense, SparseRows embedding) {

    /** A zero gradient with respect to such weights. */
    public static Gradients zero(Parameters weights) {
        return new Gradients(
                new float[weights.dense().length], new SparseRows(weights.rows(), weights.embeddingSize()));
    }

    /** A zero gradient for a classifier. */
    public static Gradients zero(NetworkSpec spec) {
        return new Gradients(
                new float[ParameterLayout.of(spec).size()],
                new SparseRows(spec.vocabularySize(), spec.embeddingSize()));
    }

    /** Back to zero. */
    public void clear() {
        Arrays.fill(dense, 0);
        embedding.clear();
    }

    /** Makes room for the sum of other gradients of the same network: holds their rows, with values {@link #sum} sets. */
    public void unite(List<Gradients> parts) {
        embedding.unite(parts.stream().map(Gradients::embedding).toList());
    }

    /**
     * Sets a stretch to the sum of other gradients, added in their order; each stretch may have a thread of its own.
     *
     * @param parts as they were {@linkplain #unite united}
     * @return the sum of the squares of the stretch
     */
    public double sum(List<Gradients> parts, GradientStretch stretch) {
        if (stretch.ofRows()) {
            embedding.sum(parts.stream().map(Gradients::embedding).toList(), stretch.begin(), stretch.end());
            int width = embedding.width();
            return squares(embedding.values(), stretch.begin() * width, stretch.end() * width);
        }
        Arrays.fill(dense, stretch.begin(), stretch.end(), 0);
        for (Gradients part : parts) {
            add(part.dense, dense, stretch.begin(), stretch.end());
        }
        return squares(dense, stretch.begin(), stretch.end());
    }

    private static void add(float[] from, float[] to, int begin, int end) {
        for (int i = begin; i < end; i++) {
            to[i] += from[i];
        }
    }

    private static double squares(float[] values, int begin, int end) {
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }
}
