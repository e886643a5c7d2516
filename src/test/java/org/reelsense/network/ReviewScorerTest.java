package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scoring in each arithmetic that this machine has, against the floats of the network that trains. */
class ReviewScorerTest {

    private static final int[] LENGTHS = {1, 2, 3, 7, 8, 9, 12, 13, 16, 17, 25, 31, 40, 5, 5, 1, 60, 4, 11, 90};

    static Stream<Arguments> forms() {
        return Stream.of(Arithmetic.values())
                .flatMap(arithmetic -> Stream.of(Cell.values())
                        .filter(cell -> arithmetic != Arithmetic.EIGHT_BIT || cell == Cell.LSTM)
                        .map(cell -> Arguments.of(arithmetic, cell)));
    }

    private static ScoringWeights weights(Arithmetic arithmetic, Weights weights) {
        try {
            return ScoringWeights.of(weights, arithmetic);
        } catch (IllegalArgumentException none) {
            assumeTrue(false, none.getMessage());
            throw none;
        }
    }

    /** With embeddings in ±3 and more in the first columns than in the last, so that their scales count. */
    private static Weights wide(Weights weights) {
        float[] embedding = weights.embedding().clone();
        int width = weights.spec().embeddingSize();
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] *= 3 - (float) (i % width) / width;
        }
        return new Weights(weights.spec(), embedding, weights.dense());
    }

    /** How far rounding moves a logit of the random networks here, whose logits are some 0.5 apart. */
    private static double tolerance(Arithmetic arithmetic) {
        return switch (arithmetic) {
            case FLOAT -> 0;
            case BFLOAT16 -> 0.05;
            case EIGHT_BIT -> 0.1;
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    void logits_inAnyArithmetic_areNearThoseOfTheTrainingNetwork(Arithmetic arithmetic, Cell cell) {
        for (int[] size : new int[][] {{10, 12}, {64, 32}, {33, 17}}) {
            Weights weights = wide(Samples.weights(Samples.spec(cell, true, size[0], size[1], 12), 1));
            List<int[]> documents = Samples.documents(4, LENGTHS);
            try (ReviewScorer scorer = new ReviewScorer(weights(arithmetic, weights))) {
                float[] exact = Samples.logits(weights, documents);

                Close.assertClose("logits", scorer.logits(documents), exact, tolerance(arithmetic));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void logits_besideOthersOrAfterOthers_areTheSame(Arithmetic arithmetic, Cell cell) {
        ScoringWeights weights = weights(arithmetic, Samples.weights(Samples.spec(cell), 1));
        List<int[]> documents = Samples.documents(4, LENGTHS);
        try (ReviewScorer used = new ReviewScorer(weights);
                ReviewScorer fresh = new ReviewScorer(weights)) {
            float[] together = used.logits(documents);
            float[] alone = new float[documents.size()];
            for (int d = 0; d < alone.length; d++) {
                alone[d] = used.logits(documents.subList(d, d + 1))[0];
            }

            Close.assertClose("alone", alone, together, 1e-6);
            assertThat(used.logits(documents.subList(3, 4))).isEqualTo(fresh.logits(documents.subList(3, 4)));
        }
    }

    /** More lengths than there are shapes kept: what the dropped ones packed first must serve the others on. */
    @ParameterizedTest
    @MethodSource("forms")
    void logits_moreLengthsThanShapesAreKept_areTheSame(Arithmetic arithmetic, Cell cell) {
        ScoringWeights weights = weights(arithmetic, Samples.weights(Samples.spec(cell, true, 10, 12, 200), 1));
        List<int[]> documents =
                Samples.documents(4, IntStream.rangeClosed(1, 150).toArray());
        try (ReviewScorer scorer = new ReviewScorer(weights)) {
            List<float[]> once = alone(scorer, documents);

            assertThat(alone(scorer, documents)).usingRecursiveComparison().isEqualTo(once);
        }
    }

    private static List<float[]> alone(ReviewScorer scorer, List<int[]> documents) {
        return documents.stream()
                .map(document -> scorer.logits(List.of(document)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void logits_closed_isTold(Arithmetic arithmetic, Cell cell) {
        ReviewScorer scorer = new ReviewScorer(weights(arithmetic, Samples.weights(Samples.spec(cell), 1)));
        scorer.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> scorer.logits(Samples.documents(1, 3)))
                .withMessageContaining("closed");
    }
}
