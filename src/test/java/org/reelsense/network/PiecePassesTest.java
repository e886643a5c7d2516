package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reviews of any length go through in passes of bounded size, and nothing of it shows in the logits. */
class PiecePassesTest {

    @Test
    void next_overAllPasses_coversEveryTokenOnceInOrder() {
        for (int pieceLength : new int[] {1, 7, 12, 3_000, 100_000}) {
            List<int[]> documents = List.of(new int[1], new int[20_000], new int[13], new int[7], new int[4_000]);
            List<Integer> tokens = new ArrayList<>();
            PiecePasses passes = new PiecePasses(documents, pieceLength, PiecePasses.MOST_ROWS);
            while (passes.hasNext()) {
                PieceRows rows = passes.next();
                assertThat(rows.count()).isBetween(1, PiecePasses.MOST_ROWS);
                assertThat(rows.count() == 1 || rows.count() * rows.time() <= PiecePasses.MOST_TOKENS)
                        .isTrue();
                addTokens(rows, tokens);
            }
            List<Integer> expected = new ArrayList<>();
            for (int d = 0; d < documents.size(); d++) {
                for (int i = 0; i < documents.get(d).length; i++) {
                    expected.add(100_000 * d + i);
                }
            }
            assertThat(tokens).isEqualTo(expected);
        }
    }

    private static void addTokens(PieceRows rows, List<Integer> tokens) {
        for (int piece = 0; piece < rows.count(); piece++) {
            int row = rows.rowOf(piece);
            assertThat(rows.documentOfRow(row)).isEqualTo(rows.documentOf(piece));
            for (int t = 0; t < rows.length(row); t++) {
                tokens.add(100_000 * rows.documentOfRow(row) + rows.beginOfRow(row) + t);
            }
        }
    }

    @Test
    void rows_ofPiecesOfAllLengths_areLongestFirst() {
        PieceRows rows =
                new PieceRows(5, new int[] {0, 0, 1, 2, 2}, new int[] {0, 3, 0, 0, 1}, new int[] {3, 2, 5, 1, 3});

        assertThat(rows.time()).isEqualTo(5);
        assertThat(new int[] {rows.length(0), rows.length(1), rows.length(2), rows.length(3), rows.length(4)})
                .containsExactly(5, 3, 3, 2, 1);
        assertThat(new int[] {rows.running(0), rows.running(1), rows.running(2), rows.running(3), rows.running(4)})
                .containsExactly(5, 4, 3, 1, 1);
        assertThat(rows.rowOf(0)).as("equal lengths keep their order").isEqualTo(1);
        assertThat(rows.rowOf(4)).isEqualTo(2);
    }

    /** The training pass reads a whole batch at once and pools token by token: another way to the same numbers. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_ofReviewsOverManyPasses_giveTheLossOfTheTrainingPass(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(3, 1, 5_000, 12, 13, 2_900, 40);
        double loss = 0;
        for (float logit : Samples.logits(weights, documents)) {
            loss += Math.log1p(Math.exp(-logit));
        }
        boolean[] positive = {true, true, true, true, true, true};
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            double trained =
                    network.train(documents, positive, 6, Regularisation.NONE, 1, Gradients.zero(weights.spec()));
            assertThat(loss).isCloseTo(trained, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_ofALongReviewBesideOthers_areThoseAlone(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        List<int[]> documents = Samples.documents(3, 17, 5_000, 1, 2_900);
        float[] together = Samples.logits(weights, documents);
        for (int d = 0; d < documents.size(); d++) {
            float[] alone = Samples.logits(weights, List.of(documents.get(d)));
            assertThat(together[d]).isCloseTo(alone[0], within(1e-6f));
        }
    }

    /** A million times the same piece is as positive as one: nothing is lost in long sums. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void logits_ofAPieceManyTimesOver_areThoseOfThePiece(Cell cell) {
        Weights weights = Samples.weights(Samples.spec(cell), 1);
        int[] piece = Samples.documents(3, 12).get(0);
        int[] many = new int[12 * 100_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = piece[i % 12];
        }
        float[] logits = Samples.logits(weights, List.of(piece, many));
        assertThat(logits[1]).isCloseTo(logits[0], within(1e-6f));
    }
}
