package org.reelsense.embedding;

import java.io.IOException;
import java.util.List;
import org.reelsense.progress.Progress;

/** Our own trainer of skip-gram and CBOW vectors with negative sampling: {@link Engine#REELSENSE}. */
final class NegativeSamplingEngine {

    private static final int MOST_THREADS = 256;
    private static final double NANOS = 1e9;

    private NegativeSamplingEngine() {}

    /** As {@link VectorTraining}'s. */
    static TrainedVectors train(
            EmbeddingSpec spec,
            WordVectors initial,
            List<int[]> documents,
            int threads,
            PassCheckpoints checkpoints,
            Progress progress)
            throws InterruptedException, IOException {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads: " + threads + " is outside 1.." + MOST_THREADS);
        }
        TrainingText text = TrainingText.of(documents, initial.vocabulary().size());
        long words = (long) text.ids().length * spec.epochs();
        PassCheckpoint at = checkpoints.read(initial.vocabulary().size(), spec, progress);
        if (at == null) {
            at = new PassCheckpoint(0, 0, SharedRows.initial(initial, text.counts(), spec.seed()));
        }
        progress.begin("word vectors", words, "words");
        try (Workers workers = new Workers(threads)) {
            progress.advance((long) text.ids().length * at.passes());
            TextPasses passes = new TextPasses(spec, text, at.rows(), workers, progress);
            while (at.passes() < spec.epochs()) {
                long start = System.nanoTime();
                passes.run(at.passes());
                double seconds = at.seconds() + (System.nanoTime() - start) / NANOS;
                at = new PassCheckpoint(at.passes() + 1, seconds, at.rows());
                checkpoints.write(at, spec);
            }
            return new TrainedVectors(collect(at.rows().inputs(), initial), at.seconds(), words);
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
