package org.reelsense.bench.scoring;

import java.nio.FloatBuffer;

/**
 * What a batch gives: maximum and sum over time of each row's features, H for each direction.
 *
 * @param directionStride how far a row's values of one direction are from those of the next
 * @param rowStride how far a row's values are from the next row's
 */
record PooledRows(FloatBuffer maximum, FloatBuffer sum, int directionStride, int rowStride) {

    /** Of arrays [D, B, H]. */
    static PooledRows byDirection(FloatBuffer maximum, FloatBuffer sum, int size, int width) {
        return new PooledRows(maximum, sum, size * width, width);
    }

    /** Of arrays [B, D, H]. */
    static PooledRows byRow(FloatBuffer maximum, FloatBuffer sum, int directions, int width) {
        return new PooledRows(maximum, sum, width, directions * width);
    }

    /** Where a row's H values of one direction begin. */
    int offset(int direction, int row) {
        return direction * directionStride + row * rowStride;
    }
}
