package org.reelsense.bench.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.network.Cell;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;
import org.reelsense.training.TrainingSpec;

/** The classifier in libtorch, on given weights, with libtorch's Adam. */
final class TorchNetwork implements AutoCloseable {

    private static final int RECURRENT = 8;

    private final PointerScope scope = new PointerScope();
    private final Cell cell;
    private final TorchLayer layer;
    private final List<Tensor> weights;
    private final TorchRows embedding;
    private final Adam adam;

    TorchNetwork(Weights initial, TrainingSpec training, TorchLayer layer) {
        this.layer = layer;
        cell = initial.spec().cell();
        weights = ParameterLayout.of(initial.spec()).slots().stream()
                .map(slot -> tensor(initial.dense(), slot))
                .toList();
        embedding = new TorchRows(initial, training.adam().embeddingRate());
        adam = new Adam(
                new TensorVector(weights.toArray(Tensor[]::new)),
                new AdamOptions(training.adam().learningRate()));
    }

    private static Tensor tensor(float[] dense, ParameterLayout.Slot slot) {
        long[] shape = slot.shape().stream().mapToLong(Integer::longValue).toArray();
        return Tensor.create(Arrays.copyOfRange(dense, slot.offset(), slot.offset() + slot.size()), shape)
                .requires_grad_(true);
    }

    /** One whole training step. */
    @SuppressWarnings("try") // scopes serve by being open
    void step(List<int[]> documents, float[] targets, int pieceLength, SlotTable slots) {
        try (PointerScope step = new PointerScope()) {
            TorchBatch batch = TorchBatch.of(documents, targets, pieceLength, slots);
            adam.zero_grad();
            Tensor rows = embedding.gather(batch.unique());
            loss(logits(rows, batch), batch).backward();
            adam.step();
            try (NoGradGuard none = new NoGradGuard()) {
                embedding.update(batch.unique(), rows);
            }
        }
    }

    /** {@code loss, logits, weights' gradients, gradients of the rows touched}; changes no weight. */
    @SuppressWarnings("try")
    float[] gradients(List<int[]> documents, float[] targets, int pieceLength, int[] touched) {
        try (PointerScope step = new PointerScope()) {
            SlotTable slots = new SlotTable(touched[touched.length - 1] + 1);
            for (int id : touched) {
                slots.slot(id);
            }
            TorchBatch batch = TorchBatch.of(documents, targets, pieceLength, slots);
            adam.zero_grad();
            Tensor rows = embedding.gather(batch.unique());
            Tensor logits = logits(rows, batch);
            Tensor loss = loss(logits, batch);
            loss.backward();
            List<float[]> dense =
                    weights.stream().map(weight -> floats(weight.grad())).toList();
            return Agreement.numbers(loss.item_float(), floats(logits), joined(dense), floats(rows.grad()));
        }
    }

    /** [D] */
    private Tensor logits(Tensor rows, TorchBatch batch) {
        Tensor[] features =
                layer.outputs(cell, rows, batch, weights.subList(0, RECURRENT).toArray(Tensor[]::new));
        Tensor[] pooled = Stream.concat(
                        Stream.of(features).map(part -> TorchPooling.maximum(part, batch)),
                        Stream.of(features).map(part -> TorchPooling.mean(part, batch)))
                .toArray(Tensor[]::new);
        return torch.linear(torch.cat(new TensorVector(pooled), 1), weights.get(RECURRENT), weights.get(RECURRENT + 1))
                .squeeze(1);
    }

    private static Tensor loss(Tensor logits, TorchBatch batch) {
        return torch.binary_cross_entropy_with_logits(logits, batch.targets());
    }

    private static float[] floats(Tensor tensor) {
        Tensor whole = tensor.contiguous();
        float[] values = new float[Math.toIntExact(whole.numel())];
        new FloatPointer(whole.data_ptr()).get(values);
        return values;
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int to = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, to, part.length);
            to += part.length;
        }
        return all;
    }

    @Override
    public void close() {
        scope.close();
    }
}
