/**
 * Trains a classifier: batches of like lengths, fixed shards, Adam, averaged weights, early stopping on dev.
 *
 * <p>Uses {@code network} for the arithmetic and {@code evaluation} for the dev score. Trap: the number of shards is part
 * of the result (sums are rounded in shard order), the number of threads is not.
 */
@NullMarked
package org.reelsense.training;

import org.jspecify.annotations.NullMarked;
