package org.reelsense.network;

/**
 * Maximum and sum over time of the rows of one pass in one direction, for scoring: nothing is kept for a way back. At each
 * step the running rows are one stretch of memory, so that the loops become vector instructions.
 */
final class RowPooling {

    private final int features;
    private float[] step = new float[0];
    private float[] maximum = new float[0];
    private float[] sum = new float[0];

    /** {@code features} H of one direction. */
    RowPooling(int features) {
        this.features = features;
    }

    /** Pools [T, B, H]. */
    void pool(PieceRows rows, KernelShape shape, NativeFloats outputs) {
        ensure(rows.count() * features);
        outputs.buffer().get(0, maximum, 0, rows.count() * features);
        System.arraycopy(maximum, 0, sum, 0, rows.count() * features);
        for (int t = 1; t < rows.time(); t++) {
            int size = rows.running(t) * features;
            outputs.buffer().get(shape.row(t, 0) * features, step, 0, size);
            accumulate(step, maximum, sum, size);
        }
    }

    private void ensure(int size) {
        if (step.length < size) {
            step = new float[size];
            maximum = new float[size];
            sum = new float[size];
        }
    }

    private static void accumulate(float[] step, float[] maximum, float[] sum, int size) {
        for (int i = 0; i < size; i++) {
            maximum[i] = Math.max(maximum[i], step[i]);
            sum[i] += step[i];
        }
    }

    /** Takes what a row holds into a review's maximum and sum, {@code H} values each from an offset on. */
    void mergeInto(float[] maxima, int maximumOffset, double[] sums, int sumOffset, int row) {
        int from = row * features;
        for (int j = 0; j < features; j++) {
            maxima[maximumOffset + j] = Math.max(maxima[maximumOffset + j], maximum[from + j]);
        }
        for (int j = 0; j < features; j++) {
            sums[sumOffset + j] += sum[from + j];
        }
    }
}
