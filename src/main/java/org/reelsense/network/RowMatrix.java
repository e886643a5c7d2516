package org.reelsense.network;

/** A matrix [rows, width] on the heap that a worker uses again for every shard; it grows and never shrinks. */
final class RowMatrix {

    private final int width;
    private float[] values = new float[0];

    RowMatrix(int width) {
        this.width = width;
    }

    /** Makes room for that many rows; what they hold is left over from earlier use. */
    void ensureRows(int rows) {
        int size = Math.multiplyExact(rows, width);
        if (values.length < size) {
            values = new float[size + size / 4];
        }
    }

    int width() {
        return width;
    }

    /** Row-major; longer than asked for. */
    float[] values() {
        return values;
    }

    /** Where a row begins. */
    int offset(int row) {
        return row * width;
    }
}
