package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void cut_anyLengthAndPieceLength_isEvenCompleteAndInOrder() {
        for (int pieceLength : new int[] {1, 2, 3, 7, 10}) {
            for (int length = 1; length <= 64; length++) {
                Pieces pieces = Pieces.cut(List.of(new int[length]), pieceLength);
                int[] lengths = pieces.rowLength();
                int longest = Arrays.stream(lengths).max().orElseThrow();
                int shortest = Arrays.stream(lengths).min().orElseThrow();
                assertThat(pieces.rows()).isEqualTo((int) Math.ceil((double) length / pieceLength));
                assertThat(longest).isEqualTo(pieces.time()).isLessThanOrEqualTo(pieceLength);
                assertThat(longest - shortest).isLessThanOrEqualTo(1);
                assertThat(shortest).isPositive();
                assertRowsCover(pieces, length);
            }
        }
    }

    private static void assertRowsCover(Pieces pieces, int tokens) {
        int next = 0;
        for (int row = 0; row < pieces.rows(); row++) {
            assertThat(pieces.rowStart()[row]).isEqualTo(next);
            next += pieces.rowLength()[row];
        }
        assertThat(next).isEqualTo(tokens).isEqualTo(pieces.tokens());
    }

    @Test
    void cut_severalReviews_numbersTokensThroughTheShard() {
        Pieces pieces = Pieces.cut(List.of(new int[2], new int[7], new int[3]), 3);
        assertThat(pieces.documents()).isEqualTo(3);
        assertThat(pieces.firstToken()).containsExactly(0, 2, 9, 12);
        assertThat(pieces.rowStart()).containsExactly(0, 2, 4, 6, 9);
        assertThat(pieces.rowLength()).containsExactly(2, 2, 2, 3, 3);
        assertThat(pieces.time()).isEqualTo(3);
    }

    @Test
    void pieceCount_ofTheLongestArray_doesNotOverflow() {
        assertThat(Pieces.pieceCount(Integer.MAX_VALUE, 100_000)).isEqualTo(21_475);
        assertThat(Pieces.pieceCount(Integer.MAX_VALUE, 1)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void cut_emptyReview_isRefusedWithARemedy() {
        assertThatThrownBy(() -> Pieces.cut(List.of(new int[3], new int[0]), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("document")
                .hasMessageContaining("unknown token");
    }
}
