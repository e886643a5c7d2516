package org.reelsense.embedding;

import java.util.Arrays;

/** Copies of some rows of a matrix. The memory of the copies is kept from shard to shard. */
final class TouchedRows {

    private static final int FIRST_SIZE = 64;

    private final float[][] matrix;
    /** [V], the place of a row's copy, or -1. */
    private final int[] places;

    private float[][] copies = new float[0][];
    private int[] ids = new int[0];
    private int[] touches = new int[0];
    private int count;

    /** @param matrix [V, E] */
    TouchedRows(float[][] matrix) {
        this.matrix = matrix;
        places = new int[matrix.length];
        Arrays.fill(places, -1);
    }

    /** The row's copy, made now if this is the first touch. */
    float[] touch(int id) {
        int place = places[id] >= 0 ? places[id] : copy(id);
        touches[place]++;
        return copies[place];
    }

    private int copy(int id) {
        if (count == copies.length) {
            grow();
        }
        Rows.copy(matrix[id], copies[count]);
        ids[count] = id;
        touches[count] = 0;
        places[id] = count;
        return count++;
    }

    private void grow() {
        int size = Math.min(matrix.length, 2 * count + FIRST_SIZE);
        copies = Arrays.copyOf(copies, size);
        ids = Arrays.copyOf(ids, size);
        touches = Arrays.copyOf(touches, size);
        for (int place = count; place < size; place++) {
            copies[place] = new float[matrix[0].length];
        }
    }

    /** Turns the copies into what training has changed. */
    void toDifferences() {
        for (int place = 0; place < count; place++) {
            Rows.subtract(copies[place], matrix[ids[place]]);
        }
    }

    void clear() {
        for (int place = 0; place < count; place++) {
            places[ids[place]] = -1;
        }
        count = 0;
    }

    /** How many rows were touched; their places are 0 to {@code count() - 1}. */
    int count() {
        return count;
    }

    int id(int place) {
        return ids[place];
    }

    int touches(int place) {
        return touches[place];
    }

    /** After {@link #toDifferences}. */
    float[] difference(int place) {
        return copies[place];
    }
}
