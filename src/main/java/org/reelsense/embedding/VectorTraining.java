package org.reelsense.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.progress.Progress;
import org.reelsense.text.Vocabulary;

/** Trains word vectors with the engine that a spec names. */
public final class VectorTraining {

    private VectorTraining() {}

    /**
     * Trains from random vectors.
     *
     * @param documents ids of the vocabulary, review by review; unknown tokens (id 0) are passed over
     * @param threads workers of our own engine, 1 to 256
     * @return with a row of zeros for id 0 and for words that are not in the documents
     * @throws IllegalArgumentException if there is no known token in all the documents
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static TrainedVectors train(
            EmbeddingSpec spec, Vocabulary vocabulary, List<int[]> documents, int threads, Progress progress)
            throws InterruptedException {
        return train(spec, WordVectors.zero(vocabulary, spec.dimension()), documents, threads, progress);
    }

    /**
     * Trains from given vectors.
     *
     * @param initial of the spec's dimension; it is not changed. A row of zeros starts from random numbers as if none
     *     were given
     * @return with the initial row, zeros or not, for words that are not in the documents
     * @throws IllegalArgumentException if there is no known token in all the documents, or the engine is
     *     {@link Engine#DL4J} and a vector is given
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static TrainedVectors train(
            EmbeddingSpec spec, WordVectors initial, List<int[]> documents, int threads, Progress progress)
            throws InterruptedException {
        try {
            return train(spec, initial, documents, threads, PassCheckpoints.NONE, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written", e);
        }
    }

    /**
     * Trains from given vectors, or goes on after the last pass over the text that {@code checkpoint} holds, with the same
     * result (a deterministic one, that is). Our own engine alone writes any.
     *
     * @param checkpoint named after everything that decides the vectors; for the caller to remove
     * @throws IOException if the checkpoint cannot be written
     * @throws InterruptedException if the calling thread is interrupted; the checkpoint of the last whole pass stays
     */
    static TrainedVectors train(
            EmbeddingSpec spec,
            WordVectors initial,
            List<int[]> documents,
            int threads,
            Path checkpoint,
            Progress progress)
            throws InterruptedException, IOException {
        return train(spec, initial, documents, threads, new PassCheckpoints(checkpoint), progress);
    }

    private static TrainedVectors train(
            EmbeddingSpec spec,
            WordVectors initial,
            List<int[]> documents,
            int threads,
            PassCheckpoints checkpoints,
            Progress progress)
            throws InterruptedException, IOException {
        if (initial.dimension() != spec.dimension()) {
            throw new IllegalArgumentException("initial vectors: dimension " + initial.dimension()
                    + " is not the embedding's " + spec.dimension() + "; ask for the same");
        }
        if (spec.engine() == Engine.REELSENSE) {
            return NegativeSamplingEngine.train(spec, initial, documents, threads, checkpoints, progress);
        }
        for (float value : initial.values()) {
            if (value != 0) {
                throw new IllegalArgumentException(
                        "initial vectors: the dl4j engine cannot start from any; use the reelsense engine");
            }
        }
        return Word2VecEngine.train(spec, initial.vocabulary(), documents, progress);
    }
}
