package org.reelsense.baseline;

/** Numbers pairs of numbers in the order they come: open addressing with linear probing, half full at most, exact. */
final class PairIndex {

    /** The number of what has none. */
    static final int NONE = -1;

    /** Odd and close to 2^64 over the golden ratio (Knuth), so that neighbouring pairs fall far apart. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int SMALLEST = 1 << 10;

    private final int first;
    private int size;
    private long[] keys = new long[SMALLEST];

    /** How many there were when the pair came, itself included; 0 where nothing is. */
    private int[] places = new int[SMALLEST];

    /** @param first the number of the first pair */
    PairIndex(int first) {
        this.first = first;
    }

    int size() {
        return size;
    }

    /** The pair's number, or {@link #NONE}. */
    int find(int left, int right) {
        int place = places[slot(key(left, right))];
        return place == 0 ? NONE : first + place - 1;
    }

    /** The pair's number, a new one if need be. */
    int add(int left, int right) {
        long key = key(left, right);
        int slot = slot(key);
        if (places[slot] == 0) {
            if (2 * size >= keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            places[slot] = ++size;
        }
        return first + places[slot] - 1;
    }

    /**
     * The chosen pairs alone, numbered anew in their old order.
     *
     * @param chosen [size]
     */
    PairIndex only(boolean[] chosen) {
        PairIndex kept = new PairIndex(first);
        long[] inOrder = inOrder();
        for (int i = 0; i < size; i++) {
            if (chosen[i]) {
                kept.add((int) (inOrder[i] >>> Integer.SIZE), (int) inOrder[i]);
            }
        }
        return kept;
    }

    private long[] inOrder() {
        long[] inOrder = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (places[slot] != 0) {
                inOrder[places[slot] - 1] = keys[slot];
            }
        }
        return inOrder;
    }

    /** Neither is negative. */
    private static long key(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    /** Where the pair is, or the empty slot where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * SPREAD >>> Long.SIZE - Integer.bitCount(mask));
        while (places[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] inOrder = inOrder();
        keys = new long[Math.multiplyExact(keys.length, 2)];
        places = new int[keys.length];
        for (int i = 0; i < size; i++) {
            int slot = slot(inOrder[i]);
            keys[slot] = inOrder[i];
            places[slot] = i + 1;
        }
    }
}
