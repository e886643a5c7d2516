package org.reelsense.embedding;

/**
 * The weights.
 *
 * @param inputs [V, E], the word vectors
 * @param targets [V, E], what predicts each word; dropped after the training
 */
record SharedRows(float[][] inputs, float[][] targets) implements RowSource {

    /** How far below 1 / E the random numbers of a new vector stay, as in word2vec. */
    private static final float SPREAD = 0.5f;

    /** Inputs as given, or random within ±0.5 / E where a row is all zeros and the word occurs; targets zero. */
    static SharedRows initial(WordVectors given, long[] counts, long seed) {
        int width = given.dimension();
        float[][] inputs = new float[counts.length][width];
        for (int id = 1; id < counts.length; id++) {
            System.arraycopy(given.values(), id * width, inputs[id], 0, width);
            if (counts[id] > 0 && isZero(inputs[id])) {
                fill(inputs[id], new SplitMix(seed, SplitMix.INITIAL_VECTORS, id));
            }
        }
        return new SharedRows(inputs, new float[counts.length][width]);
    }

    private static boolean isZero(float[] row) {
        for (float value : row) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static void fill(float[] row, SplitMix random) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (random.fraction() - SPREAD) / row.length;
        }
    }

    @Override
    public float[] input(int id) {
        return inputs[id];
    }

    @Override
    public float[] target(int id) {
        return targets[id];
    }
}
