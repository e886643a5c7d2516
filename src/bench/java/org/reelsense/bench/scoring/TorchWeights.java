package org.reelsense.bench.scoring;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;

/** Our weights as tensors; our names and layouts are PyTorch's. */
final class TorchWeights {

    private static final int TENSORS_A_DIRECTION = 4;

    private final NetworkSpec spec;
    private final Tensor embedding;
    private final List<Tensor> recurrent = new ArrayList<>();

    TorchWeights(Weights weights) {
        spec = weights.spec();
        embedding = tensor(weights.embedding(), 0, spec.vocabularySize(), spec.embeddingSize());
        List<ParameterLayout.Slot> slots = ParameterLayout.of(spec).slots();
        for (ParameterLayout.Slot slot : slots.subList(0, TENSORS_A_DIRECTION * spec.directions())) {
            long[] shape = slot.shape().stream().mapToLong(Integer::longValue).toArray();
            recurrent.add(tensor(weights.dense(), slot.offset(), shape));
        }
    }

    private static Tensor tensor(float[] values, int offset, long... shape) {
        Tensor tensor = torch.zeros(shape);
        FloatBuffer buffer = tensor.createBuffer();
        buffer.put(values, offset, buffer.capacity());
        return tensor;
    }

    /** [.., E] for ids of any shape. */
    Tensor rows(Tensor ids) {
        return torch.embedding(embedding, ids);
    }

    /** [T, B, 2 H] of both directions. */
    Tensor outputs(Tensor rows) {
        return outputs(rows, vector(0, recurrent.size()), spec.directions() == 2);
    }

    /** [T, B, H] of one direction's cell, read from left to right. */
    Tensor outputs(Tensor rows, int direction) {
        int first = TENSORS_A_DIRECTION * direction;
        return outputs(rows, vector(first, first + TENSORS_A_DIRECTION), false);
    }

    private TensorVector vector(int from, int to) {
        return new TensorVector(recurrent.subList(from, to).toArray(new Tensor[0]));
    }

    private Tensor outputs(Tensor rows, TensorVector weights, boolean both) {
        Tensor state = torch.zeros(both ? 2 : 1, rows.size(1), spec.hiddenSize());
        return switch (spec.cell()) {
            case RNN ->
                torch.rnn_tanh(rows, state, weights, true, 1, 0, false, both, false)
                        .get0();
            case GRU ->
                torch.gru(rows, state, weights, true, 1, 0, false, both, false).get0();
            case LSTM ->
                torch.lstm(rows, new TensorVector(state, state), weights, true, 1, 0, false, both, false)
                        .get0();
        };
    }

    /** [N, 2 H] of packed rows [N, E], of which {@code sizes} [T] run at each step. */
    Tensor packed(Tensor rows, Tensor sizes, int size) {
        boolean both = spec.directions() == 2;
        TensorVector weights = vector(0, recurrent.size());
        Tensor state = torch.zeros(spec.directions(), size, spec.hiddenSize());
        return switch (spec.cell()) {
            case RNN ->
                torch.rnn_tanh(rows, sizes, state, weights, true, 1, 0, false, both)
                        .get0();
            case GRU ->
                torch.gru(rows, sizes, state, weights, true, 1, 0, false, both).get0();
            case LSTM ->
                torch.lstm(rows, sizes, new TensorVector(state, state), weights, true, 1, 0, false, both)
                        .get0();
        };
    }
}
