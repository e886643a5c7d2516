package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
        ReviewGroup group = ReviewGroup.whole(Samples.documents(2, LENGTHS), spec.pieceLength());
        float[] tokens =
                Samples.uniform(new SplittableRandom(3), IntStream.of(LENGTHS).sum() * spec.embeddingSize());
        float[] straight = features(spec, weights, group, tokens);
        float[] reversed =
                features(spec, directionsSwapped(weights), group, rowsReversed(tokens, spec.embeddingSize()));
        int half = spec.hiddenSize();
        float[] expected = blocksSwapped(rowsReversed(straight, 2 * half), half);
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

    private static float[] features(NetworkSpec spec, Weights weights, ReviewGroup group, float[] tokens) {
        try (OneDnn oneDnn = new OneDnn();
                BidirectionalEncoder encoder = new BidirectionalEncoder(oneDnn, spec, false)) {
            encoder.load(weights.dense());
            return GroupRows.features(spec, encoder, group, tokens);
        }
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
    private static float[] rowsReversed(float[] values, int width) {
        float[] reversed = new float[values.length];
        int begin = 0;
        for (int length : LENGTHS) {
            for (int i = 0; i < length; i++) {
                System.arraycopy(values, (begin + i) * width, reversed, (begin + length - 1 - i) * width, width);
            }
            begin += length;
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
