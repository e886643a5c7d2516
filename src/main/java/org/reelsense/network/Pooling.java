package org.reelsense.network;

import java.util.Arrays;

/**
 * Pools the token features of each review over time: the maximum and the mean of every feature, side by side [2F] (max
 * pooling: Collobert and Weston 2008; both: Howard and Ruder 2018, "concat pooling"). Keeps where each maximum was, for
 * the way back.
 */
final class Pooling {

    private final int features;
    private final RowMatrix pooled;
    private int[] winner = new int[0];

    /** {@code features} F of a token. */
    Pooling(int features) {
        this.features = features;
        pooled = new RowMatrix(2 * features);
    }

    /** [documents, 2F] of the last {@link #forward}. */
    RowMatrix pooled() {
        return pooled;
    }

    /**
     * Pools.
     *
     * @param tokens [N, F]
     */
    void forward(Pieces pieces, RowMatrix tokens) {
        int documents = pieces.documents();
        pooled.ensureRows(documents);
        if (winner.length < documents * features) {
            winner = new int[documents * features];
        }
        for (int d = 0; d < documents; d++) {
            poolMaximum(d, pieces.firstToken()[d], pieces.firstToken()[d + 1], tokens);
            poolMean(d, pieces.firstToken()[d], pieces.firstToken()[d + 1], tokens);
        }
    }

    private void poolMaximum(int d, int begin, int end, RowMatrix tokens) {
        float[] values = tokens.values();
        float[] out = pooled.values();
        int to = pooled.offset(d);
        int won = d * features;
        System.arraycopy(values, tokens.offset(begin), out, to, features);
        Arrays.fill(winner, won, won + features, begin);
        for (int token = begin + 1; token < end; token++) {
            int from = tokens.offset(token);
            for (int j = 0; j < features; j++) {
                if (values[from + j] > out[to + j]) {
                    out[to + j] = values[from + j];
                    winner[won + j] = token;
                }
            }
        }
    }

    private void poolMean(int d, int begin, int end, RowMatrix tokens) {
        float[] values = tokens.values();
        float[] out = pooled.values();
        int to = pooled.offset(d) + features;
        Arrays.fill(out, to, to + features, 0);
        for (int token = begin; token < end; token++) {
            int from = tokens.offset(token);
            for (int j = 0; j < features; j++) {
                out[to + j] += values[from + j];
            }
        }
        float scale = 1f / (end - begin);
        for (int j = 0; j < features; j++) {
            out[to + j] *= scale;
        }
    }

    /**
     * Goes back through the last {@link #forward}.
     *
     * @param pooledGradients [documents, 2F]
     * @param tokenGradients [N, F], overwritten
     */
    void backward(Pieces pieces, RowMatrix pooledGradients, RowMatrix tokenGradients) {
        float[] from = pooledGradients.values();
        float[] to = tokenGradients.values();
        for (int d = 0; d < pieces.documents(); d++) {
            int begin = pieces.firstToken()[d];
            int end = pieces.firstToken()[d + 1];
            int maximum = pooledGradients.offset(d);
            spreadMean(from, maximum + features, to, tokenGradients, begin, end);
            for (int j = 0; j < features; j++) {
                to[tokenGradients.offset(winner[d * features + j]) + j] += from[maximum + j];
            }
        }
    }

    private void spreadMean(float[] from, int mean, float[] to, RowMatrix tokenGradients, int begin, int end) {
        float scale = 1f / (end - begin);
        int first = tokenGradients.offset(begin);
        for (int j = 0; j < features; j++) {
            to[first + j] = from[mean + j] * scale;
        }
        for (int token = begin + 1; token < end; token++) {
            System.arraycopy(to, first, to, tokenGradients.offset(token), features);
        }
    }
}
