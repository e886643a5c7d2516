package org.reelsense.forecast;

import java.util.Arrays;

/**
 * Windows of one series and what follows each, on the scaled axis.
 *
 * @param inputs {@code [n][window]}, oldest value first
 * @param targets {@code [n][horizon]}: the values that follow
 */
public record Windows(double[][] inputs, double[][] targets) {

    /** @throws IllegalArgumentException if there is no window, or there are more or fewer targets */
    public Windows {
        if (inputs.length == 0 || inputs.length != targets.length) {
            throw new IllegalArgumentException("got " + inputs.length + " windows and " + targets.length
                    + " targets; give at least one window, and targets for each");
        }
    }

    /**
     * Those to train on.
     *
     * @param scaled one series
     * @throws IllegalArgumentException if it is too short; ask {@link Windowing#requireFits} before
     */
    public static Windows train(double[] scaled, Windowing windowing) {
        requireLength(scaled, windowing);
        return cut(scaled, windowing, 0, windowing.trainWindows(scaled.length));
    }

    /**
     * Those to test on.
     *
     * @param scaled one series
     * @throws IllegalArgumentException if it is too short; ask {@link Windowing#requireFits} before
     */
    public static Windows test(double[] scaled, Windowing windowing) {
        requireLength(scaled, windowing);
        return cut(scaled, windowing, windowing.trainWindows(scaled.length), windowing.testWindows());
    }

    /** How many (n). */
    public int count() {
        return inputs.length;
    }

    private static void requireLength(double[] scaled, Windowing windowing) {
        if (scaled.length < windowing.leastLength()) {
            throw new IllegalArgumentException("series has " + scaled.length + " values; it must have "
                    + windowing.leastLength() + " or more for " + windowing);
        }
    }

    private static Windows cut(double[] scaled, Windowing windowing, int first, int count) {
        double[][] inputs = new double[count][];
        double[][] targets = new double[count][];
        for (int i = 0; i < count; i++) {
            int split = first + i + windowing.window();
            inputs[i] = Arrays.copyOfRange(scaled, first + i, split);
            targets[i] = Arrays.copyOfRange(scaled, split, split + windowing.horizon());
        }
        return new Windows(inputs, targets);
    }
}
