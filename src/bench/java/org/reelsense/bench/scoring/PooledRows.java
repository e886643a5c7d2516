package org.reelsense.bench.scoring;

import java.nio.FloatBuffer;

/**
 * What a batch gives.
 *
 * @param maximum over time, [D, B, H]
 * @param sum over time, [D, B, H]
 */
record PooledRows(FloatBuffer maximum, FloatBuffer sum) {}
