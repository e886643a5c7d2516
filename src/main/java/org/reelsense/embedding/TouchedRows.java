package org.reelsense.embedding;

import java.util.Arrays;

/** Copies of some rows of a matrix. The memory of the copies is kept from shard to shard. */
final class TouchedRows {

    private final float[][] matrix;
    /** [V], the place of a row's copy, or -1. */
    private final int[] places;

    private float[][] copies = new float[0][];
    private int[] ids = new int[0];
    private int count;

    /** @param matrix [V, E] */
    TouchedRows(float[][] matrix) {
        this.matrix = matrix;
        places = new int[matrix.length];
        Arrays.fill(places, -1);
    }

    float[] row(int id) {
        int place = places[id];
        return place >= 0 ? copies[place] : copy(id);
    }

    private float[] copy(int id) {
        if (count == copies.length) {
            grow();
        }
        float[] copy = copies[count];
        Rows.copy(matrix[id], copy);
        ids[count] = id;
        places[id] = count++;
        return copy;
    }

    private void grow() {
        int size = Math.min(matrix.length, 2 * count + 64);
        copies = Arrays.copyOf(copies, size);
        ids = Arrays.copyOf(ids, size);
        for (int place = count; place < size; place++) {
            copies[place] = new float[matrix[0].length];
        }
    }

    void toDifferences() {
        for (int place = 0; place < count; place++) {
            Rows.subtract(copies[place], matrix[ids[place]]);
        }
    }

    void addTo(int part, int parts) {
        for (int place = 0; place < count; place++) {
            int id = ids[place];
            if (id % parts == part) {
                Rows.add(matrix[id], copies[place], 1);
            }
        }
    }

    void clear() {
        for (int place = 0; place < count; place++) {
            places[ids[place]] = -1;
        }
        count = 0;
    }
}
