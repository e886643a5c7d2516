/**
 * Worker processes that take turns. A driver starts one process a row ({@link org.reelsense.bench.process.Contestant}),
 * each with its own class path and environment and an {@link org.reelsense.bench.process.Engine} inside, keeps them all
 * alive and lets one work at a time ({@link org.reelsense.bench.process.Rounds}). Requests and replies are lines of JSON on
 * the worker's standard input and output.
 *
 * <p>Trap: a library's own threads must be idle, not spinning, while its process waits.
 */
@NullMarked
package org.reelsense.bench.process;

import org.jspecify.annotations.NullMarked;
