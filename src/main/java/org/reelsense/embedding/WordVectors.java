package org.reelsense.embedding;

import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.text.Vocabulary;

/**
 * A vector for every token of a vocabulary. The array is shared, not copied, and nobody writes it.
 *
 * @param dimension E
 * @param values [V, E], row by id; a token that was never seen in training has a row of zeros
 */
public record WordVectors(Vocabulary vocabulary, int dimension, float[] values) {

    /**
     * A token close to another.
     *
     * @param similarity cosine, -1 to 1
     */
    public record Neighbour(String token, double similarity) {}

    /** The longest array that every Java gives. */
    static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    public WordVectors {
        if ((long) vocabulary.size() * dimension != values.length) {
            throw new IllegalArgumentException("word vectors: " + values.length + " values for " + vocabulary.size()
                    + " tokens of dimension " + dimension);
        }
    }

    /** Rows of zeros, from which training makes random vectors. */
    static WordVectors zero(Vocabulary vocabulary, int dimension) {
        return new WordVectors(vocabulary, dimension, new float[size(vocabulary, dimension)]);
    }

    /**
     * The tokens with the most similar vectors, best first, without the word itself; ties in order of frequency.
     *
     * @throws IllegalArgumentException if the word is not in the vocabulary
     */
    public List<Neighbour> nearest(String word, int most) {
        return new CosineSpace(this).nearest(word, most);
    }

    /**
     * V * E.
     *
     * @throws IllegalArgumentException if an array cannot be so long
     */
    static int size(Vocabulary vocabulary, int dimension) {
        long size = (long) vocabulary.size() * dimension;
        if (size > MOST_VALUES) {
            throw new IllegalArgumentException("word vectors: " + vocabulary.size() + " words of " + dimension
                    + " dimensions are " + size + " numbers, and " + MOST_VALUES
                    + " can be held; take fewer words or dimensions");
        }
        return (int) size;
    }

    /**
     * The word's id, 1 or more.
     *
     * @throws IllegalArgumentException if the word is not in the vocabulary
     */
    int id(String word) {
        int id = vocabulary.id(word);
        if (id == 0) {
            throw new IllegalArgumentException("word: '" + word + "' is not among the " + vocabulary.size()
                    + " words of the vectors; try its lower-case form");
        }
        return id;
    }

    /**
     * The vectors shifted and scaled so that every dimension has mean 0 and variance 1 over the running text (Miyato et
     * al. 2017, equation 1). The row of id 0 and rows of zeros stay zero and do not count.
     *
     * @param counts [V], how often each id occurs in the text
     * @throws IllegalArgumentException if {@code counts} is not of that length
     */
    public WordVectors standardised(long[] counts) {
        if (counts.length != vocabulary.size()) {
            throw new IllegalArgumentException(
                    "counts: " + counts.length + " for " + vocabulary.size() + " tokens; give one for each id");
        }
        int[] trained =
                IntStream.range(1, counts.length).filter(id -> !isZeroRow(id)).toArray();
        float[] scaled = values.clone();
        for (int column = 0; column < dimension; column++) {
            standardise(scaled, column, counts, trained);
        }
        return new WordVectors(vocabulary, dimension, scaled);
    }

    private void standardise(float[] scaled, int column, long[] counts, int[] trained) {
        double words = 0;
        double sum = 0;
        double squares = 0;
        for (int id : trained) {
            double value = values[id * dimension + column];
            words += counts[id];
            sum += counts[id] * value;
            squares += counts[id] * value * value;
        }
        double mean = sum / words;
        double deviation = Math.sqrt(Math.max(squares / words - mean * mean, Float.MIN_NORMAL));
        for (int id : trained) {
            int place = id * dimension + column;
            scaled[place] = (float) ((values[place] - mean) / deviation);
        }
    }

    /** Whether a token has no vector. */
    boolean isZeroRow(int id) {
        for (int place = id * dimension; place < (id + 1) * dimension; place++) {
            if (values[place] != 0) {
                return false;
            }
        }
        return true;
    }

    double dot(int a, int b) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += (double) values[a * dimension + i] * values[b * dimension + i];
        }
        return sum;
    }
}
