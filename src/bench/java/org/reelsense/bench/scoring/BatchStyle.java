package org.reelsense.bench.scoring;

/** How an engine is given rows of different lengths. */
enum BatchStyle {
    /** Packed: at each step only the rows that still run. */
    PACKED,
    /** Padded, each direction on its own over rows turned round one by one, so that padding is last in both. */
    PADDED,
    /** Rows of one length at a time: no padding, both directions in one call. */
    EVEN
}
