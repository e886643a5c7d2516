package org.reelsense.network;

/**
 * The shape a recurrent primitive is compiled for. Real shapes are rounded up, so that a few primitives serve all
 * batches; the rows and steps added compute nothing that is used.
 *
 * @param time T
 * @param batch B
 */
record KernelShape(int time, int batch) {

    private static final int TIME_STEP = 8;
    private static final int BATCH_STEP = 16;

    /** At least one rounding each way: oneDNN 3.11, run on an empty shape, damages the heap and the JVM aborts. */
    static KernelShape covering(int time, int batch) {
        return new KernelShape(roundUp(Math.max(time, 1), TIME_STEP), roundUp(Math.max(batch, 1), BATCH_STEP));
    }

    /** Row of step {@code t} of sequence {@code b} in a [T, B, *] array. */
    int row(int t, int b) {
        return t * batch + b;
    }

    int rows() {
        return Math.multiplyExact(time, batch);
    }

    /** The largest B a shape of that many rows can have, since no shape has fewer steps than one rounding. */
    static int mostBatch(int rows) {
        return rows / TIME_STEP;
    }

    private static int roundUp(int value, int step) {
        return Math.multiplyExact((value + step - 1) / step, step);
    }
}
