package org.reelsense.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a gradient that is one task: values of the dense part or rows of the embedding's. How a gradient is cut
 * depends on its size alone, so that sums come out the same for any number of threads.
 *
 * @param ofRows whether {@code begin} and {@code end} count rows held, and not dense values
 * @param begin the first
 * @param end behind the last
 */
public record GradientStretch(boolean ofRows, int begin, int end) {

    /** 16 kB and more of each array: much longer than taking the next task lasts. */
    private static final int DENSE_VALUES = 16_384;

    private static final int ROWS = 128;

    /** All stretches of a gradient. */
    public static List<GradientStretch> of(Gradients gradients) {
        List<GradientStretch> stretches = new ArrayList<>();
        cut(stretches, false, gradients.dense().length, DENSE_VALUES);
        cut(stretches, true, gradients.embedding().count(), ROWS);
        return stretches;
    }

    private static void cut(List<GradientStretch> stretches, boolean ofRows, int size, int each) {
        for (int begin = 0; begin < size; begin += each) {
            stretches.add(new GradientStretch(ofRows, begin, Math.min(begin + each, size)));
        }
    }
}
