package org.reelsense.bench.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a review that the recurrent layer reads in one go.
 *
 * @param review whose it is
 * @param ids the review's tokens, shared
 * @param begin its first token
 * @param length at least 1
 */
record Row(int review, int[] ids, int begin, int length) {

    /** Cuts reviews as our network does: into ceil(n / pieceLength) pieces, as even as possible; the longest row first. */
    static List<Row> cut(List<int[]> documents, int pieceLength) {
        List<Row> rows = new ArrayList<>();
        for (int review = 0; review < documents.size(); review++) {
            int[] ids = documents.get(review);
            int pieces = (ids.length - 1) / pieceLength + 1;
            for (int piece = 0; piece < pieces; piece++) {
                int begin = (int) ((long) piece * ids.length / pieces);
                int end = (int) ((piece + 1L) * ids.length / pieces);
                rows.add(new Row(review, ids, begin, end - begin));
            }
        }
        rows.sort(Comparator.comparingInt(row -> -row.length));
        return rows;
    }
}
