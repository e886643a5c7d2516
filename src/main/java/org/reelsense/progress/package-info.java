/**
 * How long work reports to whoever watches. Lowest layer: uses nothing of ours, may be used by every package.
 *
 * <p>Trap: never call it once per token; batch the calls (once a review, a batch, a megabyte).
 */
@NullMarked
package org.reelsense.progress;

import org.jspecify.annotations.NullMarked;
