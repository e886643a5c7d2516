package org.reelsense.experiment;

import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.training.TrainingSpec;

/**
 * Everything that decides a run's results besides data, model and seed.
 *
 * @param embedding how the word vectors are trained
 * @param vectorsFromUnlabelled whether they see the unlabelled reviews too, or only the training ones
 * @param minimumCount occurrences a word needs to have an id of its own
 * @param mostWords V at most
 * @param hiddenSize H of one direction
 * @param pieceLength see {@link NetworkSpec}
 * @param training how the network is trained; its seed is replaced by the run's
 */
public record Settings(
        EmbeddingSpec embedding,
        boolean vectorsFromUnlabelled,
        int minimumCount,
        int mostWords,
        int hiddenSize,
        int pieceLength,
        TrainingSpec training) {

    /** Checks what only the parts made from it would find out, long after the word vectors are trained. */
    public Settings {
        if (minimumCount < 1) {
            throw new IllegalArgumentException(
                    "minimumCount: " + minimumCount + " is below 1; 1 keeps every word, 5 is usual");
        }
        if (mostWords < 2) {
            throw new IllegalArgumentException(
                    "mostWords: " + mostWords + " is below 2, the unknown token and a word; 30000 is usual");
        }
        new NetworkSpec(Cell.RNN, false, mostWords, embedding.dimension(), hiddenSize, pieceLength);
    }

    /** The same with another {@code mostWords}. */
    public Settings withMostWords(int words) {
        return new Settings(embedding, vectorsFromUnlabelled, minimumCount, words, hiddenSize, pieceLength, training);
    }

    NetworkSpec network(ModelKind kind, int vocabularySize) {
        return new NetworkSpec(
                kind.cell(), kind.bidirectional(), vocabularySize, embedding.dimension(), hiddenSize, pieceLength);
    }
}
