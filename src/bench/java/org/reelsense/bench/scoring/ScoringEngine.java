package org.reelsense.bench.scoring;

import java.util.List;

/** What is timed: from ids to logits. */
interface ScoringEngine extends AutoCloseable {

    /** The logits of reviews, none empty, in their order. */
    float[] logits(List<int[]> documents) throws InterruptedException;

    @Override
    void close();
}
