package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading every review from its end with the weights of the two directions swapped is the same network. */
class ReversalSymmetryTest {

    private static final int[] LENGTHS = {1, 4, 12, 7, 2};

    @ParameterizedTest
    @EnumSource(Cell.class)
    void features_ofReversedReviewsWithDirectionsSwapped_areSwapped(Cell cell) {
        NetworkSpec spec = Samples.spec(cell);
        Weights weights = Samples.weights(spec, 1);
        Pieces pieces = Pieces.cut(Samples.documents(2, LENGTHS), spec.pieceLength());
        float[] tokens = Samples.uniform(new SplittableRandom(3), pieces.tokens() * spec.embeddingSize());
        float[] straight = features(spec, weights, pieces, tokens);
        float[] reversed =
                features(spec, directionsSwapped(weights), pieces, rowsReversed(pieces, tokens, spec.embeddingSize()));
        int half = spec.hiddenSize();
        float[] expected = blocksSwapped(rowsReversed(pieces, straight, 2 * half), half);
        Close.assertSame("features", reversed, expected);
        assertThat(reversed).isNotEqualTo(straight);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_ofReversedReviewsWithDirectionsSwapped_areTheSame(Cell cell) {
        NetworkSpec spec = Samples.spec(cell);
        Weights weights = Samples.weights(spec, 1);
        List<int[]> documents = Samples.documents(2, LENGTHS);
        List<int[]> reversed =
                documents.stream().map(ReversalSymmetryTest::reversed).toList();
        float[] straight = Samples.logits(weights, documents);
        Close.assertClose("logits", Samples.logits(directionsSwapped(weights), reversed), straight, 1e-6);
        assertThat(Math.abs(Samples.logits(weights, reversed)[2] - straight[2])).isGreaterThan(1e-3f);
    }

    private static float[] features(NetworkSpec spec, Weights weights, Pieces pieces, float[] values) {
        RowMatrix tokens = new RowMatrix(spec.embeddingSize());
        tokens.ensureRows(pieces.tokens());
        System.arraycopy(values, 0, tokens.values(), 0, values.length);
        RowMatrix features = new RowMatrix(spec.featureSize());
        features.ensureRows(pieces.tokens());
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, false)) {
            encoder.load(weights.dense());
            encoder.forward(pieces, tokens, features);
        }
        float[] exact = new float[features.offset(pieces.tokens())];
        System.arraycopy(features.values(), 0, exact, 0, exact.length);
        return exact;
    }

    /** Recurrent weights and the output's weights of maximum and mean, each with its two halves swapped. */
    private static Weights directionsSwapped(Weights weights) {
        ParameterLayout.Slot output = ParameterLayout.of(weights.spec()).outputWeight();
        float[] dense = weights.dense();
        float[] swapped = dense.clone();
        int direction = output.offset() / 2;
        System.arraycopy(dense, 0, swapped, direction, direction);
        System.arraycopy(dense, direction, swapped, 0, direction);
        float[] ofOutput = new float[output.size()];
        System.arraycopy(dense, output.offset(), ofOutput, 0, output.size());
        System.arraycopy(
                blocksSwapped(ofOutput, weights.spec().hiddenSize()), 0, swapped, output.offset(), output.size());
        return new Weights(weights.spec(), weights.embedding(), swapped);
    }

    /** Swaps neighbouring blocks of {@code size} values. */
    private static float[] blocksSwapped(float[] values, int size) {
        float[] swapped = new float[values.length];
        for (int i = 0; i < values.length; i += 2 * size) {
            System.arraycopy(values, i, swapped, i + size, size);
            System.arraycopy(values, i + size, swapped, i, size);
        }
        return swapped;
    }

    /** Turns the rows of each review round. */
    private static float[] rowsReversed(Pieces pieces, float[] values, int width) {
        float[] reversed = new float[values.length];
        for (int d = 0; d < pieces.documents(); d++) {
            int begin = pieces.firstToken()[d];
            int last = pieces.firstToken()[d + 1] - 1;
            for (int token = begin; token <= last; token++) {
                System.arraycopy(values, token * width, reversed, (begin + last - token) * width, width);
            }
        }
        return reversed;
    }

    private static int[] reversed(int[] document) {
        int[] reversed = new int[document.length];
        for (int i = 0; i < document.length; i++) {
            reversed[i] = document[document.length - 1 - i];
        }
        return reversed;
    }
}
