package org.reelsense.embedding;

/** Where a worker finds the rows it reads and writes: the shared ones, or copies of its own. */
interface RowSource {

    /** The word's vector, [E]. */
    float[] input(int id);

    /** What predicts the word, [E]. */
    float[] target(int id);
}
