package org.reelsense.network;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Pools the token features of each review over time: the maximum and the mean of every feature, side by side [2F] (max
 * pooling: Collobert and Weston 2008; both: Howard and Ruder 2018, "concat pooling"). Keeps where each maximum was, for
 * the way back.
 *
 * <p>Works on one direction at a time, in the kernel's own memory and order, since neither maximum nor mean asks for the order.
 * At each step the rows that have a token are one stretch, which is read and written in one go.
 */
final class Pooling {

    /** Twice in a row it takes the least float above zero beyond 1. */
    private static final float LARGE = 1e30f;

    private final int features;
    private final int hiddenSize;
    private final RowMatrix pooled;
    private int[] winner = new int[0];

    /** [B, H]: a step of all rows, and what the steps so far come to. */
    private float[] step = new float[0];

    private float[] maximum = new float[0];
    private float[] sum = new float[0];
    private float[] winningStep = new float[0];
    private float[] zeros = new float[0];

    /** {@code hiddenSize} H features of a token in each direction. */
    Pooling(int directions, int hiddenSize) {
        features = directions * hiddenSize;
        this.hiddenSize = hiddenSize;
        pooled = new RowMatrix(2 * features);
    }

    /** [documents, 2F] of the last {@link #forward} of each direction. */
    RowMatrix pooled() {
        return pooled;
    }

    /**
     * Pools the features of a direction. Of equal maxima the first wins that the direction reads, in the earliest piece.
     *
     * @param outputs [T, B, H]
     */
    void forward(ReviewGroup group, int direction, NativeFloats outputs) {
        ensureRoom(group);
        poolRows(group, outputs.buffer());
        PieceRows rows = group.rows();
        for (int piece = 0; piece < rows.count(); piece++) {
            int d = rows.documentOf(piece);
            boolean first = piece == 0 || rows.documentOf(piece - 1) != d;
            joinMaximum(group, direction, d, rows.rowOf(piece), first);
            joinSum(direction, d, rows.rowOf(piece), first);
        }
        for (int d = 0; d < group.documents().size(); d++) {
            int to = pooled.offset(d) + features + direction * hiddenSize;
            float scale = 1f / group.documents().get(d).length;
            for (int j = 0; j < hiddenSize; j++) {
                pooled.values()[to + j] *= scale;
            }
        }
    }

    private void ensureRoom(ReviewGroup group) {
        int documents = group.documents().size();
        pooled.ensureRows(documents);
        if (winner.length < documents * features) {
            winner = new int[documents * features];
        }
        int size = group.shape().batch() * hiddenSize;
        if (step.length < size) {
            step = new float[size];
            maximum = new float[size];
            sum = new float[size];
            winningStep = new float[size];
            zeros = new float[size];
        }
    }

    private void poolRows(ReviewGroup group, FloatBuffer outputs) {
        int size = group.running(0) * hiddenSize;
        outputs.get(0, maximum, 0, size);
        System.arraycopy(maximum, 0, sum, 0, size);
        Arrays.fill(winningStep, 0, size, 0);
        for (int t = 1; t < group.rows().time(); t++) {
            size = group.running(t) * hiddenSize;
            outputs.get(group.shape().row(t, 0) * hiddenSize, step, 0, size);
            add(step, sum, size);
            takeLarger(step, t, maximum, winningStep, size);
        }
    }

    private static void add(float[] step, float[] sum, int size) {
        for (int i = 0; i < size; i++) {
            sum[i] += step[i];
        }
    }

    /** Without branches and in floats alone, because C2 then works on a vector at a time: three times as fast. */
    private static void takeLarger(float[] step, float t, float[] maximum, float[] winningStep, int size) {
        for (int i = 0; i < size; i++) {
            float ahead = (step[i] - maximum[i]) * LARGE * LARGE; // above 1, 0, or below, however small the difference
            float won = Math.min(1, Math.max(0, ahead));
            winningStep[i] += (t - winningStep[i]) * won;
            maximum[i] = Math.max(step[i], maximum[i]);
        }
    }

    private void joinMaximum(ReviewGroup group, int direction, int d, int row, boolean first) {
        float[] out = pooled.values();
        int to = pooled.offset(d) + direction * hiddenSize;
        int won = d * features + direction * hiddenSize;
        int from = row * hiddenSize;
        for (int j = 0; j < hiddenSize; j++) {
            if (first || maximum[from + j] > out[to + j]) {
                out[to + j] = maximum[from + j];
                winner[won + j] = group.shape().row((int) winningStep[from + j], row);
            }
        }
    }

    private void joinSum(int direction, int d, int row, boolean first) {
        float[] out = pooled.values();
        int to = pooled.offset(d) + features + direction * hiddenSize;
        if (first) {
            Arrays.fill(out, to, to + hiddenSize, 0);
        }
        for (int j = 0; j < hiddenSize; j++) {
            out[to + j] += sum[row * hiddenSize + j];
        }
    }

    /**
     * Goes back through the last {@link #forward} of a direction.
     *
     * @param pooledGradients [documents, 2F]
     * @param outputGradients [T, B, H], overwritten, with zeros on padding
     */
    void backward(ReviewGroup group, int direction, RowMatrix pooledGradients, NativeFloats outputGradients) {
        FloatBuffer to = outputGradients.buffer();
        spreadMeans(group, direction, pooledGradients, to);
        for (int d = 0; d < group.documents().size(); d++) {
            int from = pooledGradients.offset(d) + direction * hiddenSize;
            int won = d * features + direction * hiddenSize;
            for (int j = 0; j < hiddenSize; j++) {
                int at = winner[won + j] * hiddenSize + j;
                to.put(at, to.get(at) + pooledGradients.values()[from + j]);
            }
        }
    }

    private void spreadMeans(ReviewGroup group, int direction, RowMatrix pooledGradients, FloatBuffer to) {
        for (int row = 0; row < group.rows().count(); row++) {
            int d = group.rows().documentOfRow(row);
            int from = pooledGradients.offset(d) + features + direction * hiddenSize;
            float scale = 1f / group.documents().get(d).length;
            for (int j = 0; j < hiddenSize; j++) {
                step[row * hiddenSize + j] = pooledGradients.values()[from + j] * scale;
            }
        }
        for (int t = 0; t < group.shape().time(); t++) {
            int used = group.running(t) * hiddenSize;
            int at = group.shape().row(t, 0) * hiddenSize;
            to.put(at, step, 0, used);
            to.put(at + used, zeros, 0, group.shape().batch() * hiddenSize - used);
        }
    }
}
