package org.reelsense.network;

/**
 * The shape a recurrent primitive is compiled for. What rounding adds computes nothing that is used.
 *
 * @param time T
 * @param batch B
 */
record KernelShape(int time, int batch) {

    private static final int BATCH_STEP = 16;

    /** Binary digits of a size that training keeps. */
    private static final int DIGITS = 5;

    private static final int SMALL_BATCH_STEP = 4;

    /**
     * For scoring: no step too many, since a primitive costs 10 µs for another number of steps and 0.3 ms for another
     * number of rows, once.
     */
    static KernelShape fitting(int time, int batch) {
        int step = batch <= BATCH_STEP ? SMALL_BATCH_STEP : BATCH_STEP;
        return new KernelShape(Math.max(time, 1), roundUp(Math.max(batch, 1), step));
    }

    /**
     * For training: few shapes, since a new one costs a millisecond and 0.2 MB, and little padding, since a number of rows
     * that is no multiple of anything costs nothing. So sizes up to 32 stay, those up to 64 become even, those up to 128
     * multiples of 4, and so on: 1 % is padding at 50, 3 % at most at any size. At least 1 each way: oneDNN 3.11, run on an
     * empty shape, damages the heap and the JVM aborts.
     */
    static KernelShape covering(int time, int batch) {
        return new KernelShape(roundUp(Math.max(time, 1)), roundUp(Math.max(batch, 1)));
    }

    private static int roundUp(int value) {
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(value - 1);
        return roundUp(value, 1 << Math.max(digits - DIGITS, 0));
    }

    /** Row of step {@code t} of sequence {@code b} in a [T, B, *] array. */
    int row(int t, int b) {
        return t * batch + b;
    }

    int rows() {
        return Math.multiplyExact(time, batch);
    }

    private static int roundUp(int value, int step) {
        return Math.multiplyExact((value + step - 1) / step, step);
    }
}
