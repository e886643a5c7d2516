package org.reelsense.experiment;

import org.jspecify.annotations.Nullable;
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
 * @param given vectors to start from instead of training them, of the embedding's dimension; null to train
 */
public record Settings(
        EmbeddingSpec embedding,
        boolean vectorsFromUnlabelled,
        int minimumCount,
        int mostWords,
        int hiddenSize,
        int pieceLength,
        TrainingSpec training,
        @Nullable VectorSource given) {

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
        if (given != null && given.dimension() != embedding.dimension()) {
            throw new IllegalArgumentException("vectors: " + given.file() + " has " + given.dimension()
                    + " dimensions, the embedding " + embedding.dimension() + "; give the same");
        }
    }

    /** With word vectors trained on the corpus. */
    public Settings(
            EmbeddingSpec embedding,
            boolean vectorsFromUnlabelled,
            int minimumCount,
            int mostWords,
            int hiddenSize,
            int pieceLength,
            TrainingSpec training) {
        this(embedding, vectorsFromUnlabelled, minimumCount, mostWords, hiddenSize, pieceLength, training, null);
    }

    /** The same with other word vectors to train. */
    public Settings with(EmbeddingSpec other) {
        return new Settings(
                other, vectorsFromUnlabelled, minimumCount, mostWords, hiddenSize, pieceLength, training, given);
    }

    /** The same with word vectors from a file; the dimension is the file's. */
    public Settings startingFrom(VectorSource source) {
        return new Settings(
                embedding.withDimension(source.dimension()),
                vectorsFromUnlabelled,
                minimumCount,
                mostWords,
                hiddenSize,
                pieceLength,
                training,
                source);
    }

    /** The same with another {@code mostWords}. */
    public Settings withMostWords(int words) {
        return new Settings(
                embedding, vectorsFromUnlabelled, minimumCount, words, hiddenSize, pieceLength, training, given);
    }

    /** The same with another {@code pieceLength}. */
    public Settings withPieceLength(int tokens) {
        return new Settings(
                embedding, vectorsFromUnlabelled, minimumCount, mostWords, hiddenSize, tokens, training, given);
    }

    NetworkSpec network(ModelKind.Network kind, int vocabularySize) {
        return new NetworkSpec(
                kind.cell(), kind.bidirectional(), vocabularySize, embedding.dimension(), hiddenSize, pieceLength);
    }
}
