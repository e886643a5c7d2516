package org.reelsense.bench.scoring;

import java.util.List;

/**
 * How an engine wants its rows.
 *
 * @param size rows of a batch, at most
 * @param even whether a batch has rows of one length only, and so no padding
 */
record Batching(int size, boolean even) {

    List<RowBatch> batches(List<Row> sorted) {
        return even ? RowBatch.even(sorted, size) : RowBatch.of(sorted, size);
    }
}
