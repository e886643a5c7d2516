package org.reelsense.bench.scoring;

/** Another engine's recurrent layer, with embedding and pooling; may be called by several threads at a time. */
interface RowEngine extends AutoCloseable {

    /** Maximum and sum over time of each row's features. */
    PooledRows pooled(RowBatch batch);

    @Override
    void close();
}
