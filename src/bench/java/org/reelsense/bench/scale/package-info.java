/**
 * How time and memory grow: with the number of reviews, their length, H and threads; and what a training from nothing
 * takes. Every point is a process of its own, so that its memory is its own.
 */
@NullMarked
package org.reelsense.bench.scale;

import org.jspecify.annotations.NullMarked;
