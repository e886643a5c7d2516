package org.reelsense.bench.train;

import java.util.Arrays;

/** Numbers the distinct ids of a batch in order of first sight; cleared in time proportional to what it holds. */
final class SlotTable {

    private static final int ABSENT = -1;

    private final int[] slotOf;
    private long[] ids = new long[256];
    private int count;

    SlotTable(int vocabularySize) {
        slotOf = new int[vocabularySize];
        Arrays.fill(slotOf, ABSENT);
    }

    int slot(int id) {
        if (slotOf[id] == ABSENT) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, 2 * count);
            }
            ids[count] = id;
            slotOf[id] = count++;
        }
        return slotOf[id];
    }

    /** The id of each slot. */
    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    void clear() {
        for (int slot = 0; slot < count; slot++) {
            slotOf[(int) ids[slot]] = ABSENT;
        }
        count = 0;
    }
}
