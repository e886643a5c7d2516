/**
 * The network core: embedding rows, a bidirectional vanilla RNN, LSTM or GRU on oneDNN's recurrent primitives, max and
 * mean pooling, one linear layer; forward and backward.
 *
 * <p><b>Axes</b>, named once and used everywhere: {@code B} rows of a batch, {@code T} time steps, {@code E} embedding
 * size, {@code H} hidden units of one direction, {@code D} directions, {@code G} gates, {@code V} vocabulary size,
 * {@code N} tokens of a shard, {@code F} values that a forecaster looks ahead. Time is outermost: {@code [T, B, E]}.
 *
 * <p><b>Three kinds of thing</b>, for reviews: {@link org.reelsense.network.NetworkSpec} (checks itself),
 * {@link org.reelsense.network.Weights} (plain arrays in PyTorch's layout), and
 * {@link org.reelsense.network.ClassifierNetwork} (the state of one worker thread: native buffers and primitives).
 *
 * <p><b>Two ways for reviews.</b> To score, {@code ReviewEncoder} reads {@code PiecePasses} of bounded size and
 * pools on the way: memory does not grow with a review. Many rows go step by step with input products looked up
 * ({@code StepKernel}), few through the primitive that training uses ({@code FloatKernel} chooses). To train, {@code GroupPass} holds a part of a
 * shard ({@code ReviewGroup}) and what the way back needs; {@link org.reelsense.network.IntegratedGradients} takes this way too.
 *
 * <p><b>Two networks.</b> {@link org.reelsense.network.ClassifierNetwork} reads reviews,
 * {@link org.reelsense.network.ForecasterNetwork} windows of numbers; both are
 * {@link org.reelsense.network.TrainableNetwork}s over {@link org.reelsense.network.Parameters}, laid out by
 * {@link org.reelsense.network.ParameterLayout}.
 *
 * <p><b>On many threads</b>: {@link org.reelsense.network.WorkerPool} for one caller's tasks,
 * {@link org.reelsense.network.BatchScorer} for reviews of like length together.
 *
 * <p><b>Traps.</b> A network belongs to the thread that made it: OpenMP's thread count is set for that thread only, and
 * oneDNN plans a primitive in over half a megabyte of that thread's stack ({@code WorkerPool}'s threads have room). Padded input must be finite, or a zero gradient times NaN spoils the weights' gradients.
 */
@NullMarked
package org.reelsense.network;

import org.jspecify.annotations.NullMarked;
