package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where each weight but the embedding lies in one flat array, under PyTorch's names. One array makes the optimiser, the
 * averaging, the clipping and the checkpoint each a single loop.
 *
 * @param slots in order, without gaps
 */
public record ParameterLayout(List<Slot> slots) {

    private static final String INPUT_WEIGHTS = "rnn.weight_ih";
    private static final String HIDDEN_WEIGHTS = "rnn.weight_hh";
    private static final String INPUT_BIAS = "rnn.bias_ih";
    private static final String HIDDEN_BIAS = "rnn.bias_hh";

    /**
     * One tensor.
     *
     * @param name PyTorch's, e.g. {@code rnn.weight_ih_l0_reverse}
     * @param offset of its first value
     */
    public record Slot(String name, List<Integer> shape, int offset) {
        public Slot {
            shape = List.copyOf(shape);
        }

        /** Number of values. */
        public int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * The tensors of one direction.
     *
     * @param inputWeights [G*H, E]
     * @param hiddenWeights [G*H, H]
     * @param inputBias [G*H]
     * @param hiddenBias [G*H], if input and hidden layer have a bias each
     */
    record Direction(Slot inputWeights, Slot hiddenWeights, Slot inputBias, Optional<Slot> hiddenBias) {}

    public ParameterLayout {
        slots = List.copyOf(slots);
    }

    /** The layout for a network: the recurrent weights of each direction, then the linear layer. */
    public static ParameterLayout of(NetworkSpec spec) {
        int gateRows = spec.cell().gates() * spec.hiddenSize();
        List<Slot> slots = new ArrayList<>();
        for (int direction = 0; direction < spec.directions(); direction++) {
            append(slots, INPUT_WEIGHTS + suffix(direction), gateRows, spec.embeddingSize());
            append(slots, HIDDEN_WEIGHTS + suffix(direction), gateRows, spec.hiddenSize());
            append(slots, INPUT_BIAS + suffix(direction), gateRows);
            append(slots, HIDDEN_BIAS + suffix(direction), gateRows);
        }
        append(slots, "output.weight", 1, spec.pooledSize());
        append(slots, "output.bias", 1);
        return new ParameterLayout(slots);
    }

    /**
     * The layout for a forecaster. As in Keras only the GRU has a hidden bias: elsewhere it would be added to the input's
     * and learn the same.
     */
    public static ParameterLayout of(ForecasterSpec spec) {
        int gateRows = spec.cell().gates() * spec.hiddenSize();
        List<Slot> slots = new ArrayList<>();
        append(slots, INPUT_WEIGHTS + suffix(0), gateRows, 1);
        append(slots, HIDDEN_WEIGHTS + suffix(0), gateRows, spec.hiddenSize());
        append(slots, INPUT_BIAS + suffix(0), gateRows);
        if (spec.cell() == Cell.GRU) {
            append(slots, HIDDEN_BIAS + suffix(0), gateRows);
        }
        append(slots, "output.weight", spec.horizon(), spec.hiddenSize());
        append(slots, "output.bias", spec.horizon());
        return new ParameterLayout(slots);
    }

    private static String suffix(int direction) {
        return "_l0" + (direction == 0 ? "" : "_reverse");
    }

    private static void append(List<Slot> slots, String name, Integer... shape) {
        int offset = slots.isEmpty() ? 0 : end(slots.get(slots.size() - 1));
        slots.add(new Slot(name, List.of(shape), offset));
    }

    private static int end(Slot slot) {
        return Math.addExact(slot.offset(), slot.size());
    }

    /** Number of values in all. */
    public int size() {
        return end(slots.get(slots.size() - 1));
    }

    /** The slots of direction 0 (forward) or 1 (reverse). */
    Direction direction(int direction) {
        String suffix = suffix(direction);
        return new Direction(
                find(INPUT_WEIGHTS + suffix).orElseThrow(),
                find(HIDDEN_WEIGHTS + suffix).orElseThrow(),
                find(INPUT_BIAS + suffix).orElseThrow(),
                find(HIDDEN_BIAS + suffix));
    }

    private Optional<Slot> find(String name) {
        return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    /** [outputs, features] */
    public Slot outputWeight() {
        return slots.get(slots.size() - 2);
    }

    /** [outputs] */
    public Slot outputBias() {
        return slots.get(slots.size() - 1);
    }
}
