/**
 * Trains networks: fixed shards, Adam, averaged weights, checkpoints, for any {@link org.reelsense.training.Objective}. A
 * classifier's has batches of like lengths and early stopping on dev.
 *
 * <p>Uses {@code network} for the arithmetic and {@code evaluation} for the dev score. Trap: the number of shards is part
 * of the result (sums are rounded in shard order), the number of threads is not.
 */
@NullMarked
package org.reelsense.training;

import org.jspecify.annotations.NullMarked;
