package org.reelsense.network;

import java.util.Arrays;
import java.util.List;

/**
 * A gradient of the embedding that holds only the rows a shard touched. Cleared in time proportional to what it holds,
 * never to V.
 */
public final class SparseRows {

    private static final int ABSENT = -1;

    private final int width;
    private final int[] slotOf;
    private int[] ids = new int[256];
    private float[] values;
    private int count;

    /** For an embedding [V, width]. */
    public SparseRows(int vocabularySize, int width) {
        this.width = width;
        slotOf = new int[vocabularySize];
        Arrays.fill(slotOf, ABSENT);
        values = new float[ids.length * width];
    }

    /** Forgets all rows. */
    public void clear() {
        Arrays.fill(values, 0, count * width, 0);
        forgetIds();
    }

    private void forgetIds() {
        for (int slot = 0; slot < count; slot++) {
            slotOf[ids[slot]] = ABSENT;
        }
        count = 0;
    }

    /** Rows held; slots are numbered from 0 in order of first touch. */
    public int count() {
        return count;
    }

    /** Which embedding row slot holds. */
    public int id(int slot) {
        return ids[slot];
    }

    /** E */
    public int width() {
        return width;
    }

    /** [count, width], row-major, longer than that. */
    public float[] values() {
        return values;
    }

    /** Adds {@code width} values of {@code from} to the row of {@code id}. */
    public void add(int id, float[] from, int offset) {
        add(from, offset, slot(id) * width);
    }

    /**
     * Holds the rows that any of the parts holds, in the order of the parts and of their rows. What the rows hold is left over
     * from earlier use until {@link #sum} sets it.
     */
    void unite(List<SparseRows> parts) {
        forgetIds();
        for (SparseRows part : parts) {
            for (int slot = 0; slot < part.count; slot++) {
                slot(part.ids[slot]);
            }
        }
    }

    /** Sets the rows of some slots to the sum of the parts' rows, added in their order. */
    void sum(List<SparseRows> parts, int begin, int end) {
        Arrays.fill(values, begin * width, end * width, 0);
        for (SparseRows part : parts) {
            for (int slot = begin; slot < end; slot++) {
                int from = part.slotOf[ids[slot]];
                if (from != ABSENT) {
                    add(part.values, from * width, slot * width);
                }
            }
        }
    }

    private void add(float[] from, int offset, int to) {
        for (int i = 0; i < width; i++) {
            values[to + i] += from[offset + i];
        }
    }

    private int slot(int id) {
        int slot = slotOf[id];
        if (slot != ABSENT) {
            return slot;
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            values = Arrays.copyOf(values, 2 * count * width);
        }
        ids[count] = id;
        slotOf[id] = count;
        return count++;
    }
}
