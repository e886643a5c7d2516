package org.reelsense.embedding;

import java.util.List;
import org.reelsense.progress.Progress;

/** Our own trainer of skip-gram and CBOW vectors with negative sampling: {@link Engine#REELSENSE}. */
final class NegativeSamplingEngine {

    private static final int MOST_THREADS = 256;
    private static final double NANOS = 1e9;

    private NegativeSamplingEngine() {}

    /** As {@link VectorTraining#train(EmbeddingSpec, WordVectors, List, int, Progress)}. */
    static TrainedVectors train(
            EmbeddingSpec spec, WordVectors initial, List<int[]> documents, int threads, Progress progress)
            throws InterruptedException {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads: " + threads + " is outside 1.." + MOST_THREADS);
        }
        TrainingText text = TrainingText.of(documents, initial.vocabulary().size());
        long words = (long) text.ids().length * spec.epochs();
        progress.begin("word vectors", words, "words");
        try (Workers workers = new Workers(threads)) {
            long start = System.nanoTime();
            SharedRows weights = SharedRows.initial(initial, text.counts(), spec.seed());
            new TextPasses(spec, text, weights, workers, progress).run();
            double seconds = (System.nanoTime() - start) / NANOS;
            return new TrainedVectors(collect(weights.inputs(), initial), seconds, words);
        } finally {
            progress.end();
        }
    }

    private static WordVectors collect(float[][] rows, WordVectors like) {
        int width = like.dimension();
        float[] values = new float[rows.length * width];
        for (int id = 0; id < rows.length; id++) {
            System.arraycopy(rows[id], 0, values, id * width, width);
        }
        requireFinite(values);
        return new WordVectors(like.vocabulary(), width, values);
    }

    private static void requireFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("initial vectors: training from them ended in numbers that are not"
                        + " finite; scale them to lengths near 1");
            }
        }
    }
}
