package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pooling against the definition, written out feature by feature. */
class PoolingTest {

    private static final int FEATURES = 5;
    private static final List<int[]> DOCUMENTS = List.of(new int[1], new int[7], new int[2], new int[20]);

    private final SplittableRandom random = new SplittableRandom(1);
    private final Pieces pieces = Pieces.cut(DOCUMENTS, 6);
    private final Pooling pooling = new Pooling(FEATURES);

    @Test
    void forward_givesMaximumAndMeanOfEveryFeature() {
        RowMatrix tokens = random(pieces.tokens(), FEATURES);
        pooling.forward(pieces, tokens);
        float[] expected = new float[pieces.documents() * 2 * FEATURES];
        for (int d = 0; d < pieces.documents(); d++) {
            for (int j = 0; j < FEATURES; j++) {
                float maximum = tokens.values()[place(winner(tokens, d, j), j)];
                double sum = 0;
                for (int token = pieces.firstToken()[d]; token < pieces.firstToken()[d + 1]; token++) {
                    sum += tokens.values()[place(token, j)];
                }
                expected[d * 2 * FEATURES + j] = maximum;
                expected[(d * 2 + 1) * FEATURES + j] = (float) (sum / DOCUMENTS.get(d).length);
            }
        }
        Close.assertClose("pooled", values(pooling.pooled(), pieces.documents()), expected, 1e-6);
    }

    @Test
    void backward_givesTheMaximumsGradientToItsTokenAndTheMeansToAll() {
        RowMatrix tokens = random(pieces.tokens(), FEATURES);
        RowMatrix pooledGradients = random(pieces.documents(), 2 * FEATURES);
        RowMatrix actual = random(pieces.tokens(), FEATURES); // leftovers, to be overwritten
        pooling.forward(pieces, tokens);
        pooling.backward(pieces, pooledGradients, actual);
        float[] expected = new float[pieces.tokens() * FEATURES];
        for (int d = 0; d < pieces.documents(); d++) {
            for (int j = 0; j < FEATURES; j++) {
                int at = pooledGradients.offset(d) + j;
                for (int token = pieces.firstToken()[d]; token < pieces.firstToken()[d + 1]; token++) {
                    expected[place(token, j)] = pooledGradients.values()[at + FEATURES] / DOCUMENTS.get(d).length;
                }
                expected[place(winner(tokens, d, j), j)] += pooledGradients.values()[at];
            }
        }
        Close.assertClose("token gradients", values(actual, pieces.tokens()), expected, 1e-6);
    }

    @Test
    void pooling_ofATie_givesTheGradientToTheFirstToken() {
        Pieces two = Pieces.cut(List.of(new int[2]), 2);
        RowMatrix tokens = new RowMatrix(FEATURES);
        tokens.ensureRows(2); // all zero
        RowMatrix pooledGradients = new RowMatrix(2 * FEATURES);
        pooledGradients.ensureRows(1);
        pooledGradients.values()[0] = 4;
        RowMatrix gradients = random(2, FEATURES);
        pooling.forward(two, tokens);
        pooling.backward(two, pooledGradients, gradients);
        assertThat(gradients.values()[0]).isEqualTo(4);
        assertThat(gradients.values()[gradients.offset(1)]).isZero();
    }

    private int winner(RowMatrix tokens, int d, int j) {
        int best = pieces.firstToken()[d];
        for (int token = best; token < pieces.firstToken()[d + 1]; token++) {
            best = tokens.values()[place(token, j)] > tokens.values()[place(best, j)] ? token : best;
        }
        return best;
    }

    private static int place(int token, int feature) {
        return token * FEATURES + feature;
    }

    private RowMatrix random(int rows, int width) {
        RowMatrix matrix = new RowMatrix(width);
        matrix.ensureRows(rows);
        System.arraycopy(Samples.uniform(random, rows * width), 0, matrix.values(), 0, rows * width);
        return matrix;
    }

    private static float[] values(RowMatrix matrix, int rows) {
        float[] values = new float[matrix.offset(rows)];
        System.arraycopy(matrix.values(), 0, values, 0, values.length);
        return values;
    }
}
