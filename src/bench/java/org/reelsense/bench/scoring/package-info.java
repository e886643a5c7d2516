/**
 * Scoring side by side: reviews through our network, libtorch and ONNX Runtime, from ids and from text. {@link
 * org.reelsense.bench.scoring.ScoringBench} drives; {@link org.reelsense.bench.scoring.ScoringWork} is what a worker
 * process does, with an engine of {@link org.reelsense.bench.scoring.ScoringEngine} inside.
 *
 * <p>Weights are random numbers from a seed, the same in every process; labels are never looked at.
 */
@NullMarked
package org.reelsense.bench.scoring;

import org.jspecify.annotations.NullMarked;
