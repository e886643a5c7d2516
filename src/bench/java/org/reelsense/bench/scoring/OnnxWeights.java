package org.reelsense.bench.scoring;

import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;

/**
 * Our recurrent weights as ONNX's RNN, LSTM and GRU take them: D directions one behind the other, gates in ONNX's order,
 * both biases of a direction in one row.
 */
final class OnnxWeights {

    private final Weights weights;
    private final NetworkSpec spec;
    private final int[] gates;

    OnnxWeights(Weights weights) {
        this.weights = weights;
        spec = weights.spec();
        gates = gates(spec.cell());
    }

    /** ONNX's gate k is PyTorch's gate {@code gates[k]}: i, o, f, c out of i, f, g, o; z, r, h out of r, z, n. */
    private static int[] gates(Cell cell) {
        return switch (cell) {
            case RNN -> new int[] {0};
            case LSTM -> new int[] {0, 3, 1, 2};
            case GRU -> new int[] {1, 0, 2};
        };
    }

    /** W, [D, G*H, E] */
    ProtoMessage input() {
        int width = spec.embeddingSize();
        return OnnxTensors.floats("W", joined(width, "rnn.weight_ih"), spec.directions(), rows(), width);
    }

    /** R, [D, G*H, H] */
    ProtoMessage hidden() {
        int width = spec.hiddenSize();
        return OnnxTensors.floats("R", joined(width, "rnn.weight_hh"), spec.directions(), rows(), width);
    }

    /** B, [D, 2*G*H] */
    ProtoMessage bias() {
        return OnnxTensors.floats("B", joined(1, "rnn.bias_ih", "rnn.bias_hh"), spec.directions(), 2 * rows());
    }

    private int rows() {
        return spec.cell().gates() * spec.hiddenSize();
    }

    private float[] joined(int width, String... names) {
        int gate = spec.hiddenSize() * width;
        float[] joined = new float[spec.directions() * names.length * rows() * width];
        int to = 0;
        for (int direction = 0; direction < spec.directions(); direction++) {
            for (String name : names) {
                int from = offset(name + "_l0" + (direction == 0 ? "" : "_reverse"));
                for (int wanted : gates) {
                    System.arraycopy(weights.dense(), from + wanted * gate, joined, to, gate);
                    to += gate;
                }
            }
        }
        return joined;
    }

    private int offset(String name) {
        return ParameterLayout.of(spec).slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow()
                .offset();
    }
}
