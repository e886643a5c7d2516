package org.reelsense.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reviews of a shard that go forward and back together, so that what the way back needs is still in the cache: whole reviews,
 * of pieces about equally long, about {@link #ROWS} pieces in all. What a review gets does not depend on its company: it
 * keeps its number in the shard, and with it its dropout masks.
 *
 * @param documents token ids, none empty
 * @param pieces how they lie in the recurrent batch
 * @param numbers [documents], which of the shard's reviews they are
 * @param firstTokens [documents], where each begins when the tokens of the whole shard are numbered through
 */
record ReviewGroup(List<int[]> documents, Pieces pieces, int[] numbers, int[] firstTokens) {

    /** On AVX-512 the LSTM's backward pass does 205 GFLOP/s with 24 rows, 200 with 32 and 190 with 64; with 80, 175. */
    static final int ROWS = 32;

    /** All of a shard in one group. */
    static ReviewGroup whole(List<int[]> shard, int pieceLength) {
        return of(shard, IntStream.range(0, shard.size()).toArray(), firstTokens(shard), pieceLength);
    }

    /**
     * Cuts a shard into groups of about as many pieces each.
     *
     * @param shard token ids, none empty
     */
    static List<ReviewGroup> cut(List<int[]> shard, int pieceLength) {
        int[] order = longestPiecesFirst(shard, pieceLength);
        int[] firstTokens = firstTokens(shard);
        int rows = 0;
        int[] groupOf = new int[order.length];
        int all = shard.stream()
                .mapToInt(document -> Pieces.pieceCount(document.length, pieceLength))
                .sum();
        int groups = Math.max(1, Math.round((float) all / ROWS));
        for (int i = 0; i < order.length; i++) {
            int pieces = Pieces.pieceCount(shard.get(order[i]).length, pieceLength);
            groupOf[i] = (int) ((rows + pieces / 2L) * groups / all);
            rows += pieces;
        }
        List<ReviewGroup> cut = new ArrayList<>();
        for (int begin = 0, end; begin < order.length; begin = end) {
            end = begin + 1;
            while (end < order.length && groupOf[end] == groupOf[begin]) {
                end++;
            }
            cut.add(of(shard, Arrays.copyOfRange(order, begin, end), firstTokens, pieceLength));
        }
        return cut;
    }

    private static ReviewGroup of(List<int[]> shard, int[] numbers, int[] firstTokens, int pieceLength) {
        List<int[]> documents = IntStream.of(numbers).mapToObj(shard::get).toList();
        int[] first = IntStream.of(numbers).map(number -> firstTokens[number]).toArray();
        return new ReviewGroup(documents, Pieces.cut(documents, pieceLength), numbers, first);
    }

    private static int[] longestPiecesFirst(List<int[]> shard, int pieceLength) {
        return IntStream.range(0, shard.size())
                .boxed()
                .sorted(Comparator.comparingInt(d -> -BatchScorer.longestPiece(shard.get(d), pieceLength)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] firstTokens(List<int[]> shard) {
        int[] first = new int[shard.size()];
        for (int d = 1; d < first.length; d++) {
            first[d] = first[d - 1] + shard.get(d - 1).length;
        }
        return first;
    }

    /** Where token {@code position} of review {@code d} is in the whole shard. */
    int place(int d, int position) {
        return firstTokens[d] + position;
    }
}
