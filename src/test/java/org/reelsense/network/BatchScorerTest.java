package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How reviews are shared out in batches; {@link BatchInvarianceTest} sees to what comes of it. */
class BatchScorerTest {

    private static final int PIECE = 64;

    private static List<int[]> documents(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(d -> new int[1 + random.nextInt(random.nextInt(20) == 0 ? 3_000 : 400)])
                .toList();
    }

    @Test
    void batches_ofAnyReviews_holdEachOnceTheLongestPiecesFirst() {
        List<int[]> documents = documents(2_000, 5);

        List<Integer> order = BatchScorer.batches(documents, PIECE).stream()
                .flatMap(batch -> IntStream.of(batch).boxed())
                .toList();

        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, documents.size()).boxed().toList());
        assertThat(order.stream().map(d -> -BatchScorer.longestPiece(documents.get(d), PIECE)))
                .isSorted();
    }

    @Test
    void batches_manyReviews_computeFewRowsThatAreNoToken() {
        List<int[]> documents = documents(2_000, 6);
        long tokens = documents.stream().mapToLong(ids -> ids.length).sum();
        long rows = 0;
        for (int[] batch : BatchScorer.batches(documents, PIECE)) {
            PiecePasses passes = new PiecePasses(
                    IntStream.of(batch).mapToObj(documents::get).toList(), PIECE, PiecePasses.MOST_ROWS);
            while (passes.hasNext()) {
                PieceRows pass = passes.next();
                rows += KernelShape.fitting(pass.time(), pass.count()).rows();
            }
        }

        assertThat((double) tokens / rows).isGreaterThan(0.97);
    }

    @Test
    void batches_noneOrOne_areNoneOrOne() {
        assertThat(BatchScorer.batches(List.of(), PIECE)).isEmpty();
        assertThat(BatchScorer.batches(documents(1, 1), PIECE)).singleElement().isEqualTo(new int[] {0});
    }
}
