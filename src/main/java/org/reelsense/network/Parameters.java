package org.reelsense.network;

/**
 * The numbers that training changes, without the network they are of: rows of which a step touches a few, and values of
 * which it touches all. The arrays are shared, not copied.
 *
 * @param embeddingSize E, the width of a row
 * @param embedding [V, E]; empty for a network without one
 * @param dense all other weights, laid out by {@link ParameterLayout}
 */
public record Parameters(int embeddingSize, float[] embedding, float[] dense) {

    public Parameters {
        if (embeddingSize < 1 || embedding.length % embeddingSize != 0) {
            throw new IllegalArgumentException(
                    "embedding: " + embedding.length + " values are no rows of " + embeddingSize);
        }
    }

    /** Of a network without an embedding. */
    public static Parameters ofDense(float[] dense) {
        return new Parameters(1, new float[0], dense);
    }

    /** V */
    public int rows() {
        return embedding.length / embeddingSize;
    }

    /** As many zeros. */
    public Parameters zeros() {
        return new Parameters(embeddingSize, new float[embedding.length], new float[dense.length]);
    }

    /** The same arrays in another object: what was made of their content before is not that of this one. */
    Parameters renewed() {
        return new Parameters(embeddingSize, embedding, dense);
    }

    /** A deep copy, for a trainer to change. */
    public Parameters copy() {
        return new Parameters(embeddingSize, embedding.clone(), dense.clone());
    }

    /**
     * The same arrays, if they are as long as those of {@code like}.
     *
     * @throws IllegalArgumentException if not
     */
    public Parameters requireShapeOf(Parameters like) {
        if (embeddingSize != like.embeddingSize
                || embedding.length != like.embedding.length
                || dense.length != like.dense.length) {
            throw new IllegalArgumentException("weights: " + rows() + " rows of " + embeddingSize + " and "
                    + dense.length
                    + " values, not " + like.rows() + " rows of " + like.embeddingSize + " and " + like.dense.length
                    + " values");
        }
        return this;
    }
}
