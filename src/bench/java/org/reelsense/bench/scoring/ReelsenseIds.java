package org.reelsense.bench.scoring;

import java.util.List;
import java.util.Map;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/** Ours, from ids: {@link BatchScorer}, as {@code reelsense evaluate} and a run's test scores use it. */
public final class ReelsenseIds extends ScoringWork {

    /** System property: worker threads; without it one a core. */
    static final String THREADS = "bench.threads";

    static int threads() {
        return Integer.getInteger(THREADS, Runtime.getRuntime().availableProcessors());
    }

    private record Pooled(WorkerPool<ClassifierNetwork> pool, int pieceLength) implements ScoringEngine {
        @Override
        public float[] logits(List<int[]> documents) throws InterruptedException {
            return BatchScorer.logits(documents, pool, pieceLength, Progress.SILENT);
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    @Override
    Tuned tune(ScoringTask task) {
        WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(threads(), task.weights());
        return new Tuned(
                new Pooled(pool, task.network().pieceLength()),
                Map.of("engine", ClassifierNetwork.engineVersion(), "threads", Integer.toString(threads())),
                Double.POSITIVE_INFINITY);
    }
}
