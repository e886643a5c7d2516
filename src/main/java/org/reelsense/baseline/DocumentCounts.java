package org.reelsense.baseline;

import java.util.Arrays;

/** In how many documents each number occurs, fed document by document; a number counts once a document. */
final class DocumentCounts {

    private static final int SMALLEST = 1 << 10;

    private int[] counts = new int[SMALLEST];
    /** One more than the last document that had the number, so that 0 is none. */
    private int[] seen = new int[SMALLEST];

    void add(int number, int document) {
        if (number >= counts.length) {
            int length = Math.max(number + 1, Math.addExact(counts.length, counts.length / 2));
            counts = Arrays.copyOf(counts, length);
            seen = Arrays.copyOf(seen, length);
        }
        if (seen[number] != document + 1) {
            seen[number] = document + 1;
            counts[number]++;
        }
    }

    /** Which of the first {@code size} numbers at least {@code minimum} documents have. */
    boolean[] atLeast(int minimum, int size) {
        boolean[] enough = new boolean[size];
        for (int number = 0; number < Math.min(size, counts.length); number++) {
            enough[number] = counts[number] >= minimum;
        }
        return enough;
    }
}
