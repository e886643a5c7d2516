package org.reelsense.network;

/** The native memory of a {@link StepKernel}, as large as its largest shape needs. */
final class StepBuffers implements AutoCloseable {

    private final KernelRoom room;
    private final NativeFloats gates;
    private final NativeFloats candidate;
    private final NativeFloats cell;
    private final NativeFloats state;
    private final NativeFloats output;

    StepBuffers(KernelRoom room, Cell kind, int units) {
        this.room = room;
        long rows = (long) room.batch() * units;
        gates = new NativeFloats(kind.gates() * rows);
        candidate = new NativeFloats(kind == Cell.GRU ? rows : 0);
        cell = new NativeFloats(kind == Cell.LSTM ? rows : 0);
        state = new NativeFloats(rows);
        output = new NativeFloats((long) room.rows() * units);
    }

    /** How large a shape may be. */
    KernelRoom room() {
        return room;
    }

    /** [G, B, H] of one step. */
    NativeFloats gates() {
        return gates;
    }

    /** [B, H]: the input's part of the GRU's candidate at one step. */
    NativeFloats candidate() {
        return candidate;
    }

    /** [B, H]: the LSTM's cell state. */
    NativeFloats cell() {
        return cell;
    }

    /** [B, H]: the hidden state. */
    NativeFloats state() {
        return state;
    }

    /** [T, B, H] */
    NativeFloats output() {
        return output;
    }

    @Override
    public void close() {
        gates.close();
        candidate.close();
        cell.close();
        state.close();
        output.close();
    }
}
