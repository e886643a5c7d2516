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
 * @param rows their pieces, longest first
 * @param shape what the kernels compute, with padding
 * @param numbers [documents], which of the shard's reviews they are
 * @param firstTokens [documents], where each begins when the tokens of the whole shard are numbered through
 */
record ReviewGroup(List<int[]> documents, PieceRows rows, KernelShape shape, int[] numbers, int[] firstTokens) {

    /**
     * On AVX-512 the LSTM's backward pass does 205 GFLOP/s with 24 rows, 200 with 32 and 190 with 64; with 80, 175. Two workers
     * at H = 128 made a step 5 % faster with 24 than with 32, since each needs less of the cache they share; at H = 64 and 256 no
     * faster.
     */
    static final int ROWS = 24;

    /** What is done with a token: number {@code position} of review {@code d}, in row {@code row} of a [T*B, *] matrix. */
    interface TokenVisitor {
        void visit(int d, int position, int row);
    }

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
        int[] groupOf = groups(shard, order, pieceLength);
        int[] firstTokens = firstTokens(shard);
        List<ReviewGroup> groups = new ArrayList<>();
        for (int begin = 0, end; begin < order.length; begin = end) {
            end = begin + 1;
            while (end < order.length && groupOf[end] == groupOf[begin]) {
                end++;
            }
            groups.add(of(shard, Arrays.copyOfRange(order, begin, end), firstTokens, pieceLength));
        }
        return groups;
    }

    /** For each review in order, the group in whose share of the rows its middle is. */
    private static int[] groups(List<int[]> shard, int[] order, int pieceLength) {
        int[] pieces = IntStream.of(order)
                .map(d -> Pieces.pieceCount(shard.get(d).length, pieceLength))
                .toArray();
        int all = IntStream.of(pieces).sum();
        int groups = Math.max(1, Math.round((float) all / ROWS));
        int before = 0;
        for (int i = 0; i < pieces.length; i++) {
            int rows = pieces[i];
            pieces[i] = (int) ((before + rows / 2L) * groups / all);
            before += rows;
        }
        return pieces;
    }

    private static ReviewGroup of(List<int[]> shard, int[] numbers, int[] firstTokens, int pieceLength) {
        List<int[]> documents = IntStream.of(numbers).mapToObj(shard::get).toList();
        PieceRows rows = Pieces.rows(documents, pieceLength);
        KernelShape shape = KernelShape.covering(rows.time(), rows.count());
        int[] first = IntStream.of(numbers).map(number -> firstTokens[number]).toArray();
        return new ReviewGroup(documents, rows, shape, numbers, first);
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

    /** Rows that have a token at step {@code t} of the shape: the first so many. */
    int running(int t) {
        return t < rows.time() ? rows.running(t) : 0;
    }

    /** The token of a review. */
    int id(int d, int position) {
        return documents.get(d)[position];
    }

    /** Where a token of a review is in the whole shard. */
    int place(int d, int position) {
        return firstTokens[d] + position;
    }

    /** Goes through the tokens as they lie in a [T*B, *] matrix, from its beginning to its end. */
    void forEachToken(TokenVisitor visitor) {
        for (int t = 0; t < rows.time(); t++) {
            for (int row = 0; row < rows.running(t); row++) {
                visitor.visit(rows.documentOfRow(row), rows.beginOfRow(row) + t, shape.row(t, row));
            }
        }
    }

    /** What is done with {@code count} rows of a [T*B, *] matrix, which lie at {@code row}, and turned round at {@code turned}. */
    interface TurnVisitor {
        void visit(int row, int turned, int count);
    }

    /** Goes through the tokens with their rows in the order of reading from the end, as many at a time as lie together. */
    void forEachTurn(TurnVisitor visitor) {
        for (int begin = 0, end; begin < rows.count(); begin = end) {
            int length = rows.length(begin);
            end = rows.running(length - 1); // rows as long or longer
            for (int t = 0; t < length; t++) {
                visitor.visit(shape.row(t, begin), shape.row(length - 1 - t, begin), end - begin);
            }
        }
    }
}
