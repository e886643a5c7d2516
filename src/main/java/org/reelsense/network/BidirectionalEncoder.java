package org.reelsense.network;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the recurrent layer over the pieces of a shard, in one direction or both.
 *
 * <p>Exact without masks: each direction runs left to right, the reverse one over rows that were turned round one by one
 * (its step t reads token len-1-t), so padding comes last in both. What follows a row's end is never read, and gets a
 * zero gradient, so that it changes nothing, forward or backward.
 */
final class BidirectionalEncoder implements AutoCloseable {

    private final int inputSize;
    private final int hiddenSize;
    private final ParameterLayout layout;
    private final List<RecurrentKernel> kernels;
    private final float[] step;

    BidirectionalEncoder(OneDnn oneDnn, NetworkSpec spec, boolean training) {
        inputSize = spec.embeddingSize();
        hiddenSize = spec.hiddenSize();
        layout = ParameterLayout.of(spec);
        step = new float[inputSize];
        kernels = Stream.generate(() -> new RecurrentKernel(oneDnn, spec.cell(), inputSize, hiddenSize, training))
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
     * Encodes tokens.
     *
     * @param tokens [N, E]
     * @param features [N, D*H], filled
     */
    void forward(Pieces pieces, RowMatrix tokens, RowMatrix features) {
        KernelShape shape = KernelShape.covering(pieces.time(), pieces.rows());
        for (int direction = 0; direction < kernels.size(); direction++) {
            RecurrentKernel kernel = kernels.get(direction);
            kernel.prepare(shape);
            scatter(new Lanes(pieces, shape, direction == 1), tokens, 0, inputSize, kernel.input());
            kernel.forward(shape);
            gather(
                    new Lanes(pieces, shape, direction == 1),
                    kernel.output(),
                    hiddenSize,
                    features,
                    direction * hiddenSize);
        }
    }

    /**
     * Goes back through the last {@link #forward}.
     *
     * @param featureGradients [N, D*H]
     * @param tokenGradients [N, E], overwritten by the sum over the directions
     */
    void backward(Pieces pieces, RowMatrix featureGradients, RowMatrix tokenGradients) {
        KernelShape shape = KernelShape.covering(pieces.time(), pieces.rows());
        for (int direction = 0; direction < kernels.size(); direction++) {
            RecurrentKernel kernel = kernels.get(direction);
            Lanes lanes = new Lanes(pieces, shape, direction == 1);
            scatter(lanes, featureGradients, direction * hiddenSize, hiddenSize, kernel.outputGradient());
            kernel.backward(shape);
            if (direction == 0) {
                gather(lanes, kernel.inputGradient(), inputSize, tokenGradients, 0);
            } else {
                gatherAdding(lanes, kernel.inputGradient(), tokenGradients);
            }
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

    /** Which token stands at step t of row b, and where that is in a [T, B, *] array. */
    private record Lanes(Pieces pieces, KernelShape shape, boolean reverse) {

        /** Called for each token with its row in the shard's [N, *] and in the kernel's [T*B, *] matrix. */
        interface Visitor {
            void visit(int token, int row);
        }

        void forEach(Visitor visitor) {
            for (int b = 0; b < pieces.rows(); b++) {
                int start = pieces.rowStart()[b];
                int length = pieces.rowLength()[b];
                for (int t = 0; t < length; t++) {
                    visitor.visit(start + (reverse ? length - 1 - t : t), shape.row(t, b));
                }
            }
        }
    }

    /** Columns [column, column+width) of the tokens' rows into [T, B, width]; the padding is set to zero. */
    private static void scatter(Lanes lanes, RowMatrix from, int column, int width, NativeFloats to) {
        FloatBuffer target = to.buffer();
        float[] values = from.values();
        to.clear(lanes.shape().rows() * width);
        lanes.forEach((token, row) -> target.put(row * width, values, from.offset(token) + column, width));
    }

    /** [T, B, width] into columns [column, column+width) of the tokens' rows. */
    private static void gather(Lanes lanes, NativeFloats from, int width, RowMatrix to, int column) {
        FloatBuffer source = from.buffer();
        float[] values = to.values();
        lanes.forEach((token, row) -> source.get(row * width, values, to.offset(token) + column, width));
    }

    /** Adds [T, B, E] to the tokens' rows. */
    private void gatherAdding(Lanes lanes, NativeFloats from, RowMatrix to) {
        FloatBuffer source = from.buffer();
        float[] values = to.values();
        lanes.forEach((token, row) -> {
            source.get(row * inputSize, step, 0, inputSize);
            int place = to.offset(token);
            for (int i = 0; i < inputSize; i++) {
                values[place + i] += step[i];
            }
        });
    }

    @Override
    public void close() {
        kernels.forEach(RecurrentKernel::close);
    }
}
