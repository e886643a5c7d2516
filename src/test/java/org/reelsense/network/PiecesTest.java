package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void rows_anyLengthAndPieceLength_areEvenCompleteAndInOrder() {
        for (int pieceLength : new int[] {1, 2, 3, 7, 10}) {
            for (int length = 1; length <= 64; length++) {
                PieceRows rows = Pieces.rows(List.of(new int[length]), pieceLength);
                assertThat(rows.count()).isEqualTo((int) Math.ceil((double) length / pieceLength));
                assertThat(rows.time()).isEqualTo(rows.length(0)).isLessThanOrEqualTo(pieceLength);
                int shortest = rows.length(rows.count() - 1);
                assertThat(rows.time() - shortest).isLessThanOrEqualTo(1);
                assertThat(shortest).isPositive();
                assertRowsCover(rows, length);
            }
        }
    }

    private static void assertRowsCover(PieceRows rows, int tokens) {
        int next = 0;
        for (int piece = 0; piece < rows.count(); piece++) {
            int row = rows.rowOf(piece);
            assertThat(rows.beginOfRow(row)).isEqualTo(next);
            next += rows.length(row);
        }
        assertThat(next).isEqualTo(tokens);
    }

    @Test
    void rows_ofSeveralReviews_areTheLongestFirst() {
        PieceRows rows = Pieces.rows(List.of(new int[2], new int[7], new int[3]), 3);
        assertThat(rows.count()).isEqualTo(5);
        assertThat(IntStream.range(0, 5).map(rows::documentOf)).containsExactly(0, 1, 1, 1, 2);
        assertThat(IntStream.range(0, 5).map(rows::length)).containsExactly(3, 3, 2, 2, 2);
        assertThat(IntStream.range(0, 5).map(rows::documentOfRow)).containsExactly(1, 2, 0, 1, 1);
        assertThat(IntStream.range(0, 5).map(rows::beginOfRow)).containsExactly(4, 0, 0, 0, 2);
        assertThat(rows.time()).isEqualTo(3);
    }

    @Test
    void pieceCount_ofTheLongestArray_doesNotOverflow() {
        assertThat(Pieces.pieceCount(Integer.MAX_VALUE, 100_000)).isEqualTo(21_475);
        assertThat(Pieces.pieceCount(Integer.MAX_VALUE, 1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void rows_ofAnEmptyReview_isRefusedWithARemedy() {
        assertThatThrownBy(() -> Pieces.rows(List.of(new int[3], new int[0]), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("document")
                .hasMessageContaining("unknown token");
    }
}
