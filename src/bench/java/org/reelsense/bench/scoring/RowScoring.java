package org.reelsense.bench.scoring;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.reelsense.network.Weights;
import org.reelsense.parallel.SharedTasks;

/** Scores reviews with an engine that knows rows: the same rows as ours, sorted by length, in batches. */
final class RowScoring implements ScoringEngine {

    private final Weights weights;
    private final RowEngine engine;
    private final Batching batching;
    private final int callers;
    private final ExecutorService threads;

    /** {@code callers}: how many threads call the engine at a time, each with a batch of its own. */
    RowScoring(Weights weights, RowEngine engine, Batching batching, int callers) {
        this.weights = weights;
        this.engine = engine;
        this.batching = batching;
        this.callers = callers;
        threads = Executors.newFixedThreadPool(callers);
    }

    @Override
    public float[] logits(List<int[]> documents) throws InterruptedException {
        List<Row> rows = Row.cut(documents, weights.spec().pieceLength());
        List<RowBatch> batches = batching.batches(rows);
        ReviewFeatures features = new ReviewFeatures(weights.spec(), documents.size());
        SharedTasks tasks = new SharedTasks(batches.size());
        for (int caller = 0; caller < callers; caller++) {
            tasks.begin(threads, index -> {
                RowBatch batch = batches.get(index);
                features.add(batch, engine.pooled(batch));
            });
        }
        tasks.await();
        return features.logits(weights, documents);
    }

    @Override
    public void close() {
        threads.shutdown();
        engine.close();
    }
}
