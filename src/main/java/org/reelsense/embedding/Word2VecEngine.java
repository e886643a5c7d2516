package org.reelsense.embedding;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.reelsense.progress.Progress;
import org.reelsense.text.Vocabulary;

/**
 * Trains word vectors with DL4J-NLP's Word2Vec. It is given ids written as numbers and not words, so that no tokenizer of
 * its own can change them. It uses one thread whatever it is told, and gives the same vectors for the same settings.
 */
public final class Word2VecEngine {

    private static final double RATE = 0.025;
    private static final double LEAST_RATE = 1e-4;
    /** Training pairs a native call; one a call is 40 times slower. */
    private static final int PAIRS_A_CALL = 4_096;

    private static final double NANOS = 1e9;

    private Word2VecEngine() {}

    /**
     * Trains.
     *
     * @param documents ids of the vocabulary, review by review; unknown tokens (id 0) are passed over
     * @throws IllegalArgumentException if there is no known token in all the documents
     */
    public static TrainedVectors train(
            EmbeddingSpec spec, Vocabulary vocabulary, List<int[]> documents, Progress progress) {
        long words = knownWords(documents);
        if (words == 0) {
            throw new IllegalArgumentException(
                    "documents: no known word in " + documents.size() + " reviews; lower the minimum count");
        }
        progress.begin("word vectors", (long) documents.size() * spec.epochs(), "reviews");
        try {
            long start = System.nanoTime();
            Word2Vec model = build(spec, new IdSentences(documents, progress));
            model.fit();
            double seconds = (System.nanoTime() - start) / NANOS;
            return new TrainedVectors(collect(model, spec, vocabulary), seconds, words * spec.epochs());
        } finally {
            progress.end();
        }
    }

    private static long knownWords(List<int[]> documents) {
        return documents.stream()
                .mapToLong(
                        document -> IntStream.of(document).filter(id -> id > 0).count())
                .sum();
    }

    private static Word2Vec build(EmbeddingSpec spec, IdSentences sentences) {
        return new Word2Vec.Builder()
                .iterate(sentences)
                .tokenizerFactory(new DefaultTokenizerFactory())
                .layerSize(spec.dimension())
                .windowSize(spec.window())
                .negativeSample(spec.negatives())
                .useHierarchicSoftmax(false)
                .sampling(spec.subsampling())
                .epochs(spec.epochs())
                .iterations(1)
                .minWordFrequency(1)
                .learningRate(RATE)
                .minLearningRate(LEAST_RATE)
                .batchSize(PAIRS_A_CALL)
                .workers(1)
                .allowParallelTokenization(false)
                .seed(spec.seed())
                .build();
    }

    private static WordVectors collect(Word2Vec model, EmbeddingSpec spec, Vocabulary vocabulary) {
        int width = spec.dimension();
        float[] values = new float[WordVectors.size(vocabulary, width)];
        for (int id = 1; id < vocabulary.size(); id++) {
            String word = Integer.toString(id);
            if (model.hasWord(word)) {
                double[] vector = model.getWordVector(word);
                for (int i = 0; i < width; i++) {
                    values[id * width + i] = (float) vector[i];
                }
            }
        }
        return new WordVectors(vocabulary, width, values);
    }
}
