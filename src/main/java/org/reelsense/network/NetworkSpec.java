package org.reelsense.network;

/**
 * What a classifier network is, without its weights.
 *
 * @param cell the recurrent cell
 * @param bidirectional whether a second layer reads each piece from its end
 * @param vocabularySize V, rows of the embedding
 * @param embeddingSize E
 * @param hiddenSize H, units of one direction
 * @param pieceLength the most tokens a recurrent layer reads in one go; a longer review is cut into pieces as even as
 *     possible, each starts from a zero state, and the pooling joins them again (Johnson and Zhang 2016)
 */
public record NetworkSpec(
        Cell cell, boolean bidirectional, int vocabularySize, int embeddingSize, int hiddenSize, int pieceLength) {

    private static final int MOST_VOCABULARY = 10_000_000;
    private static final int MOST_UNITS = 8_192;
    private static final int MOST_PIECE = 100_000;

    public NetworkSpec {
        check("vocabularySize", vocabularySize, MOST_VOCABULARY);
        check("embeddingSize", embeddingSize, MOST_UNITS);
        check("hiddenSize", hiddenSize, MOST_UNITS);
        check("pieceLength", pieceLength, MOST_PIECE);
    }

    private static void check(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(field + ": " + value + " is outside 1.." + most);
        }
    }

    /** 1 or 2. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** The features the recurrent layer gives for a token: H for one direction, 2 H for both. */
    public int featureSize() {
        return directions() * hiddenSize;
    }

    /** The features of a review: the maximum and the mean of each token feature. */
    public int pooledSize() {
        return 2 * featureSize();
    }

    /** All weights, the embedding's included. */
    public long parameters() {
        return (long) vocabularySize * embeddingSize + ParameterLayout.of(this).size();
    }
}
