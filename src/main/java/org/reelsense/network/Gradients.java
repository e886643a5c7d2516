package org.reelsense.network;

import java.util.Arrays;

/**
 * The gradient of a loss with respect to all weights of a network.
 *
 * @param dense laid out by {@link ParameterLayout}
 * @param embedding the rows that were touched
 */
public record Gradients(float[] dense, SparseRows embedding) {

    /** A zero gradient for a network. */
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

    /** Adds another gradient of the same network. */
    public void addAll(Gradients other) {
        for (int i = 0; i < dense.length; i++) {
            dense[i] += other.dense[i];
        }
        embedding.addAll(other.embedding);
    }
}
