package org.reelsense.embedding;

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
        float[] unknown = new float[WordVectors.size(vocabulary, spec.dimension())];
        return train(spec, new WordVectors(vocabulary, spec.dimension(), unknown), documents, threads, progress);
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
        if (initial.dimension() != spec.dimension()) {
            throw new IllegalArgumentException("initial vectors: dimension " + initial.dimension()
                    + " is not the embedding's " + spec.dimension() + "; ask for the same");
        }
        if (spec.engine() == Engine.REELSENSE) {
            return NegativeSamplingEngine.train(spec, initial, documents, threads, progress);
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
