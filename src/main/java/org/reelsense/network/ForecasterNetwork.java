package org.reelsense.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The state one worker needs to run a forecaster: the recurrent layer over windows [T, B, 1], the last state [B, H], one
 * linear output for each value ahead [B, F]. No direction, no embedding, no pooling; the kernel, the parameters' layout and
 * the linear outputs are the classifier's.
 *
 * <p>Belongs to the thread that made it, whose stack must have room for oneDNN's planning; see {@link WorkerPool}.
 */
public final class ForecasterNetwork implements TrainableNetwork {

    /** Windows that go through the layer together, if they are not very long. */
    private static final int MOST_ROWS = 32;

    /** Values that go through together, but for a single longer window. */
    private static final int MOST_VALUES = 8_192;

    private final ForecasterSpec spec;
    private final OneDnn oneDnn;
    private final boolean training;
    private final int rows;
    private final RecurrentKernel kernel;
    private final ParameterLayout layout;
    private final List<OutputLayer> outputs;
    private final RowMatrix states;
    private final RowMatrix stateGradients;
    private final Normalisation.Axis[] axes = new Normalisation.Axis[MOST_ROWS];
    private Parameters weights;
    private boolean closed;

    /**
     * Opens a worker on weights.
     *
     * @param weights laid out by {@link ParameterLayout#of(ForecasterSpec)}
     * @param training whether {@link #train} will be called
     * @throws IllegalArgumentException if the weights are not those of such a network
     */
    public ForecasterNetwork(ForecasterSpec spec, Parameters weights, boolean training) {
        this.spec = spec;
        this.training = training;
        rows = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / spec.window()));
        layout = ParameterLayout.of(spec);
        outputs = OutputLayer.all(layout);
        states = new RowMatrix(spec.hiddenSize());
        stateGradients = new RowMatrix(spec.hiddenSize());
        this.weights = spec.require(weights);
        oneDnn = new OneDnn(); // nothing native before the weights are known to fit
        kernel = new RecurrentKernel(oneDnn, spec.cell(), 1, spec.hiddenSize(), training);
        kernel.load(weights.dense(), layout.direction(0));
    }

    @Override
    public void load(Parameters changed) {
        requireOpen(); // else it would write into memory that was freed
        weights = spec.require(changed);
        kernel.load(weights.dense(), layout.direction(0));
    }

    /**
     * What follows each window.
     *
     * @param windows [n][T], on the axis the forecaster was trained on; finite and below 1e15 in size, or the forecasts may
     *     not be finite either
     * @return [n][F]
     * @throws IllegalArgumentException if a window is longer or shorter than the spec asks for
     * @throws IllegalStateException if closed
     */
    public float[][] forecast(List<float[]> windows) {
        requireOpen();
        float[][] forecasts = new float[windows.size()][];
        for (int begin = 0; begin < windows.size(); begin += rows) {
            List<float[]> group = windows.subList(begin, Math.min(begin + rows, windows.size()));
            forward(group);
            for (int b = 0; b < group.size(); b++) {
                forecasts[begin + b] = values(b);
            }
        }
        return forecasts;
    }

    private float[] values(int row) {
        float[] values = new float[outputs.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) value(k, row);
        }
        return values;
    }

    /** On the axis of the window's own values. */
    private double value(int ahead, int row) {
        return axes[row].value(outputs.get(ahead).value(weights.dense(), states, row));
    }

    /**
     * Adds the gradient of the squared error, averaged over the values ahead and divided by {@code lossScale}, to
     * {@code gradients}.
     *
     * @param windows [n][T], finite and below 1e15 in size, or the gradient may not be finite either
     * @param targets [n][F]
     * @param lossScale windows of the whole batch, so that the shards of a batch add up to the mean
     * @return the sum over the windows of the mean squared error, not scaled
     * @throws IllegalArgumentException if a window is longer or shorter than the spec asks for
     * @throws IllegalStateException if the worker was opened without training, or is closed
     */
    public double train(List<float[]> windows, List<float[]> targets, float lossScale, Gradients gradients) {
        requireOpen();
        if (!training) {
            throw new IllegalStateException("train: the network was opened for forecasts only; open it for training");
        }
        kernel.clearWeightGradients();
        double loss = 0;
        for (int begin = 0; begin < windows.size(); begin += rows) {
            int end = Math.min(begin + rows, windows.size());
            KernelShape shape = forward(windows.subList(begin, end));
            loss += backToStates(targets.subList(begin, end), lossScale, gradients.dense());
            backward(shape, end - begin);
        }
        kernel.addWeightGradients(gradients.dense(), layout.direction(0));
        return loss;
    }

    /** Leaves the last states of the windows in {@link #states}, and their axes. */
    private KernelShape forward(List<float[]> windows) {
        KernelShape shape = KernelShape.covering(spec.window(), windows.size());
        kernel.prepare(shape);
        FloatBuffer input = kernel.input().buffer();
        for (int b = 0; b < windows.size(); b++) {
            float[] window = windows.get(b);
            if (window.length != spec.window()) {
                throw new IllegalArgumentException(
                        "windows: one has " + window.length + " values, but the spec asks for " + spec.window());
            }
            axes[b] = spec.normalisation().axis(window);
            for (int t = 0; t < window.length; t++) {
                input.put(shape.row(t, b), axes[b].place(window[t]));
            }
        }
        kernel.forward(shape);
        states.ensureRows(windows.size());
        int last = shape.row(spec.window() - 1, 0) * spec.hiddenSize();
        kernel.output().buffer().get(last, states.values(), 0, windows.size() * spec.hiddenSize());
        return shape;
    }

    /** Through the linear outputs, to {@link #stateGradients}; returns the summed loss. */
    private double backToStates(List<float[]> targets, float lossScale, float[] dense) {
        stateGradients.ensureRows(targets.size());
        Arrays.fill(stateGradients.values(), 0, targets.size() * spec.hiddenSize(), 0);
        double loss = 0;
        for (int k = 0; k < outputs.size(); k++) {
            for (int b = 0; b < targets.size(); b++) {
                double error = value(k, b) - targets.get(b)[k];
                float slope = (float) (2 * error * axes[b].unit() / (spec.horizon() * (double) lossScale));
                loss += error * error / spec.horizon();
                outputs.get(k).addWeightGradients(slope, states, b, dense);
                outputs.get(k).backward(slope, weights.dense(), stateGradients, b);
            }
        }
        return loss;
    }

    /** Every output but the last has a gradient of zero. */
    private void backward(KernelShape shape, int windows) {
        NativeFloats gradients = kernel.outputGradient();
        gradients.clear(shape.rows() * spec.hiddenSize());
        int last = shape.row(spec.window() - 1, 0) * spec.hiddenSize();
        gradients.buffer().put(last, stateGradients.values(), 0, windows * spec.hiddenSize());
        kernel.backward(shape);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the network is closed; open another on the same weights");
        }
    }

    @Override
    public void close() {
        closed = true;
        kernel.close();
        oneDnn.close();
    }
}
