/**
 * The forecasting bench: seconds of an epoch at the paper's shapes, by Reelsense and libtorch. Workers and rounds are those
 * of {@code process}, files those of {@code result}.
 *
 * <p>Trap: a step is some ten milliseconds, so whatever a busy machine does shows in the figures.
 */
@NullMarked
package org.reelsense.bench.forecast;

import org.jspecify.annotations.NullMarked;
