package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pooling against the definition, written out feature by feature. */
class PoolingTest {

    private static final int HIDDEN = 5;
    private static final int FEATURES = 2 * HIDDEN;
    private static final List<int[]> DOCUMENTS = List.of(new int[1], new int[7], new int[2], new int[20]);

    private final SplittableRandom random = new SplittableRandom(1);
    private final ReviewGroup group = ReviewGroup.whole(DOCUMENTS, 6);
    private final Pooling pooling = new Pooling(2, HIDDEN);
    private final NativeFloats outputs = random(group);
    private final NativeFloats gradients = random(group); // leftovers, to be overwritten

    @AfterEach
    void free() {
        outputs.close();
        gradients.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void forward_givesMaximumAndMeanOfEveryFeature(int direction) {
        pooling.forward(group, direction, outputs);
        float[] maxima = new float[DOCUMENTS.size() * HIDDEN];
        float[] means = new float[DOCUMENTS.size() * HIDDEN];
        for (int d = 0; d < DOCUMENTS.size(); d++) {
            for (int j = 0; j < HIDDEN; j++) {
                int at = pooling.pooled().offset(d) + direction * HIDDEN + j;
                maxima[d * HIDDEN + j] = pooling.pooled().values()[at] - value(winner(d, j), j);
                means[d * HIDDEN + j] = (float) (pooling.pooled().values()[at + FEATURES] - mean(d, j));
            }
        }
        assertThat(maxima).containsOnly(0);
        Close.assertClose("means", means, new float[means.length], 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void backward_givesTheMaximumsGradientToItsTokenTheMeansToAllAndPaddingNone(int direction) {
        RowMatrix pooledGradients = new RowMatrix(2 * FEATURES);
        pooledGradients.ensureRows(DOCUMENTS.size());
        int size = DOCUMENTS.size() * 2 * FEATURES;
        System.arraycopy(Samples.uniform(random, size), 0, pooledGradients.values(), 0, size);
        pooling.forward(group, direction, outputs);
        pooling.backward(group, direction, pooledGradients, gradients);
        float[] expected = new float[group.shape().rows() * HIDDEN];
        group.forEachToken((d, position, row) -> {
            for (int j = 0; j < HIDDEN; j++) {
                int at = pooledGradients.offset(d) + direction * HIDDEN + j;
                float ofMean = pooledGradients.values()[at + FEATURES] / DOCUMENTS.get(d).length;
                float ofMaximum = row == winner(d, j) ? pooledGradients.values()[at] : 0;
                expected[row * HIDDEN + j] = ofMean + ofMaximum;
            }
        });
        float[] actual = new float[expected.length];
        gradients.buffer().get(0, actual);
        Close.assertClose("output gradients", actual, expected, 1e-6);
    }

    @Test
    void pooling_ofATie_givesTheGradientToTheFirstToken() {
        ReviewGroup four = ReviewGroup.whole(List.of(new int[4]), 2);
        RowMatrix pooledGradients = new RowMatrix(2 * FEATURES);
        pooledGradients.ensureRows(1);
        pooledGradients.values()[0] = 4;
        outputs.clear(outputs.size());
        pooling.forward(four, 0, outputs);
        pooling.backward(four, 0, pooledGradients, gradients);
        int firstToken = four.shape().row(0, four.rows().rowOf(0)) * HIDDEN;
        float[] actual = new float[four.shape().rows() * HIDDEN];
        gradients.buffer().get(0, actual);
        assertThat(actual[firstToken]).isEqualTo(4);
        actual[firstToken] = 0;
        assertThat(actual).containsOnly(0);
    }

    private int winner(int review, int j) {
        int[] best = {-1};
        group.forEachToken((d, position, row) -> {
            if (d == review && (best[0] < 0 || value(row, j) > value(best[0], j))) {
                best[0] = row;
            }
        });
        return best[0];
    }

    private double mean(int review, int j) {
        double[] sum = {0};
        group.forEachToken((d, position, row) -> sum[0] += d == review ? value(row, j) : 0);
        return sum[0] / DOCUMENTS.get(review).length;
    }

    private float value(int row, int j) {
        return outputs.buffer().get(row * HIDDEN + j);
    }

    /** [T, B, H] */
    private NativeFloats random(ReviewGroup of) {
        int size = of.shape().rows() * HIDDEN;
        NativeFloats floats = new NativeFloats(size);
        floats.buffer().put(0, Samples.uniform(random, size));
        return floats;
    }
}
