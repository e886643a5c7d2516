/**
 * The training bench: one whole step (embedding look-up, recurrent layers both ways, max and mean pooling, loss, backward,
 * Adam on everything) on real reviews, by Reelsense, libtorch and DL4J, with the machine's matrix product as the limit.
 */
@NullMarked
package org.reelsense.bench.train;

import org.jspecify.annotations.NullMarked;
