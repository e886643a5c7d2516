package org.reelsense.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the recurrent layer over the pieces of a group of reviews, in one direction or both.
 *
 * <p>Exact without masks: each direction runs left to right, the reverse one over rows that were turned round one by one
 * (its step t reads token len-1-t), so padding comes last in both. What follows a row's end is never read, and gets a
 * zero gradient, so that it changes nothing, forward or backward. Outputs and their gradients stay in the kernels' memory, each
 * direction's in its own order; only tokens are turned, many rows at a time, since rows of equal length lie together.
 */
final class BidirectionalEncoder implements AutoCloseable {

    private final int inputSize;
    private final ParameterLayout layout;
    private final List<RecurrentKernel> kernels;
    private final RowMatrix turned;

    BidirectionalEncoder(OneDnn oneDnn, NetworkSpec spec, boolean training) {
        inputSize = spec.embeddingSize();
        layout = ParameterLayout.of(spec);
        turned = new RowMatrix(inputSize);
        kernels = Stream.generate(
                        () -> new RecurrentKernel(oneDnn, spec.cell(), inputSize, spec.hiddenSize(), training))
                .limit(spec.directions())
                .toList();
    }

    /** One a direction. */
    List<RecurrentKernel> kernels() {
        return kernels;
    }

    void load(float[] dense) {
        for (int direction = 0; direction < kernels.size(); direction++) {
            kernels.get(direction).load(dense, layout.direction(direction));
        }
    }

    /**
     * Encodes tokens; each kernel's output then holds the features, [T, B, H].
     *
     * @param tokens [T*B, E], zero on padding
     */
    void forward(ReviewGroup group, RowMatrix tokens) {
        for (int direction = 0; direction < kernels.size(); direction++) {
            RecurrentKernel kernel = kernels.get(direction);
            kernel.prepare(group.shape());
            put(group, tokens, kernel.input(), direction == 1);
            kernel.forward(group.shape());
        }
    }

    private void put(ReviewGroup group, RowMatrix tokens, NativeFloats input, boolean turn) {
        float[] values = tokens.values();
        if (turn) { // padding keeps what was there: it is finite, and its zero gradient makes nothing of it
            group.forEachTurn((row, to, count) ->
                    input.buffer().put(to * inputSize, values, tokens.offset(row), count * inputSize));
        } else {
            input.buffer().put(0, values, 0, group.shape().rows() * inputSize);
        }
    }

    /**
     * Goes back through the last {@link #forward} from the gradients of the features, which each kernel's output gradient
     * holds.
     *
     * @param tokenGradients [T*B, E], overwritten by the sum over the directions; on padding by anything
     */
    void backward(ReviewGroup group, RowMatrix tokenGradients) {
        int size = group.shape().rows() * inputSize;
        for (int direction = 0; direction < kernels.size(); direction++) {
            RecurrentKernel kernel = kernels.get(direction);
            kernel.backward(group.shape());
            RowMatrix to = direction == 0 ? tokenGradients : turned;
            to.ensureRows(group.shape().rows());
            kernel.inputGradient().buffer().get(0, to.values(), 0, size);
        }
        if (kernels.size() > 1) {
            group.forEachTurn((row, from, count) -> add(
                    turned.values(),
                    turned.offset(from),
                    tokenGradients.values(),
                    tokenGradients.offset(row),
                    count * inputSize));
        }
    }

    private static void add(float[] from, int fromOffset, float[] to, int toOffset, int size) {
        for (int i = 0; i < size; i++) {
            to[toOffset + i] += from[fromOffset + i];
        }
    }

    void clearWeightGradients() {
        kernels.forEach(RecurrentKernel::clearWeightGradients);
    }

    void addWeightGradients(float[] dense) {
        for (int direction = 0; direction < kernels.size(); direction++) {
            kernels.get(direction).addWeightGradients(dense, layout.direction(direction));
        }
    }

    @Override
    public void close() {
        kernels.forEach(RecurrentKernel::close);
    }
}
