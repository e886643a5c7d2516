package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each weight but the embedding lies in one flat array, under PyTorch's names. One array makes the optimiser, the
 * averaging, the clipping and the checkpoint each a single loop.
 *
 * @param slots in order, without gaps
 */
public record ParameterLayout(List<Slot> slots) {

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
     * The four tensors of one direction.
     *
     * @param inputWeights [G*H, E]
     * @param hiddenWeights [G*H, H]
     * @param inputBias [G*H]
     * @param hiddenBias [G*H]
     */
    record Direction(Slot inputWeights, Slot hiddenWeights, Slot inputBias, Slot hiddenBias) {}

    public ParameterLayout {
        slots = List.copyOf(slots);
    }

    /** The layout for a network: the recurrent weights of each direction, then the linear layer. */
    public static ParameterLayout of(NetworkSpec spec) {
        int gateRows = spec.cell().gates() * spec.hiddenSize();
        List<Slot> slots = new ArrayList<>();
        for (int direction = 0; direction < spec.directions(); direction++) {
            String suffix = "_l0" + (direction == 0 ? "" : "_reverse");
            append(slots, "rnn.weight_ih" + suffix, gateRows, spec.embeddingSize());
            append(slots, "rnn.weight_hh" + suffix, gateRows, spec.hiddenSize());
            append(slots, "rnn.bias_ih" + suffix, gateRows);
            append(slots, "rnn.bias_hh" + suffix, gateRows);
        }
        append(slots, "output.weight", 1, spec.pooledSize());
        append(slots, "output.bias", 1);
        return new ParameterLayout(slots);
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
        int first = 4 * direction;
        return new Direction(slots.get(first), slots.get(first + 1), slots.get(first + 2), slots.get(first + 3));
    }

    /** [1, pooledSize] */
    public Slot outputWeight() {
        return slots.get(slots.size() - 2);
    }

    /** [1] */
    public Slot outputBias() {
        return slots.get(slots.size() - 1);
    }
}
