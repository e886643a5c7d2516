package org.reelsense.experiment;

import java.util.List;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/**
 * What a network said of reviews.
 *
 * @param logits of "positive", in the reviews' order
 * @param seconds from ids to logits, all reviews
 */
record ScoredReviews(float[] logits, double seconds) {

    private static final double NANOS = 1e9;

    /**
     * Scores reviews.
     *
     * @param documents token ids, none empty
     * @param task for progress, e.g. {@code scoring test}
     * @throws InterruptedException if the calling thread is interrupted
     */
    static ScoredReviews of(Weights weights, List<int[]> documents, int threads, String task, Progress progress)
            throws InterruptedException {
        long start = System.nanoTime();
        progress.begin(task, documents.size(), "reviews");
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(threads, weights)) {
            float[] logits = BatchScorer.logits(documents, pool, weights.spec().pieceLength(), progress);
            return new ScoredReviews(logits, (System.nanoTime() - start) / NANOS);
        } finally {
            progress.end();
        }
    }

    float[] probabilities() {
        return BatchScorer.probabilities(logits);
    }
}
