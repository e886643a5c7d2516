package org.reelsense.bench.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.forecast.PaperTraining;
import org.reelsense.network.Cell;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.ParameterLayout.Slot;

/**
 * The forecaster in libtorch, on the work's weights, with libtorch's Adam. libtorch's LSTM has a second bias, which ours and
 * Keras' lack: it is zero and not learned, so that both learn the same weights.
 */
final class TorchForecasterNetwork implements AutoCloseable {

    private final PointerScope scope = new PointerScope();
    private final Cell cell;
    private final TorchWay way;
    private final long hiddenSize;
    private final List<Tensor> learned;
    private final TensorVector recurrent;
    private final Adam adam;
    private final Tensor inputs;
    private final Tensor targets;

    TorchForecasterNetwork(ForecastWork work, TorchWay way) {
        this.way = way;
        cell = work.network().cell();
        hiddenSize = work.network().hiddenSize();
        float[] dense = work.initial().dense();
        learned = ParameterLayout.of(work.network()).slots().stream()
                .map(slot -> tensor(dense, slot))
                .toList();
        recurrent = recurrent();
        adam = new Adam(
                new TensorVector(learned.toArray(Tensor[]::new)),
                new AdamOptions(PaperTraining.spec(1).adam().learningRate()));
        inputs = tensor(work.train().inputs());
        targets = tensor(work.train().targets());
    }

    private static Tensor tensor(float[] dense, Slot slot) {
        long[] shape = slot.shape().stream().mapToLong(Integer::longValue).toArray();
        return Tensor.create(Arrays.copyOfRange(dense, slot.offset(), slot.offset() + slot.size()), shape)
                .requires_grad_(true);
    }

    private static Tensor tensor(double[][] rows) {
        return Tensor.create(ForecastWork.flat(rows), rows.length, rows[0].length);
    }

    private TensorVector recurrent() {
        List<Tensor> four = new ArrayList<>(learned.subList(0, learned.size() - 2));
        if (cell != Cell.GRU) {
            four.add(torch.zeros(four.get(2).size(0)));
        }
        return new TensorVector(four.toArray(Tensor[]::new));
    }

    /**
     * One whole training step.
     *
     * @return the batch's loss
     */
    @SuppressWarnings("try") // scopes serve by being open
    double step(int[] batch) {
        try (PointerScope step = new PointerScope()) {
            Tensor numbers = numbers(batch);
            adam.zero_grad();
            Tensor loss = loss(numbers);
            loss.backward();
            adam.step();
            return loss.item_float();
        }
    }

    /** [B, F], row after row. */
    @SuppressWarnings("try")
    float[] forecasts(int[] batch) {
        try (PointerScope step = new PointerScope()) {
            return floats(forecasts(numbers(batch)));
        }
    }

    /** Of all that is learned, in the order of {@link ParameterLayout}; changes no weight. */
    @SuppressWarnings("try")
    float[] gradients(int[] batch) {
        try (PointerScope step = new PointerScope()) {
            adam.zero_grad();
            loss(numbers(batch)).backward();
            Tensor[] flat =
                    learned.stream().map(weight -> weight.grad().reshape(-1)).toArray(Tensor[]::new);
            return floats(torch.cat(new TensorVector(flat), 0));
        }
    }

    private static Tensor numbers(int[] batch) {
        return Tensor.create(IntStream.of(batch).asLongStream().toArray());
    }

    private Tensor loss(Tensor numbers) {
        return torch.mse_loss(forecasts(numbers), targets.index_select(0, numbers));
    }

    private Tensor forecasts(Tensor numbers) {
        Tensor x = inputs.index_select(0, numbers).t().contiguous().unsqueeze(2);
        Tensor state = torch.zeros(1, numbers.size(0), hiddenSize);
        Tensor last = way.lastStates(cell, x, state, recurrent).squeeze(0);
        return torch.linear(last, learned.get(learned.size() - 2), learned.get(learned.size() - 1));
    }

    private static float[] floats(Tensor tensor) {
        Tensor whole = tensor.contiguous();
        float[] values = new float[Math.toIntExact(whole.numel())];
        new FloatPointer(whole.data_ptr()).get(values);
        return values;
    }

    @Override
    public void close() {
        scope.close();
    }
}
