package org.reelsense.network;

import java.util.List;

/**
 * How reviews are cut: each into k = ceil(n / pieceLength) pieces, as even as possible, and every piece is a row of a recurrent
 * batch.
 */
final class Pieces {

    private Pieces() {}

    /**
     * All pieces of some reviews as rows of one batch.
     *
     * @param documents token ids, none empty
     */
    static PieceRows rows(List<int[]> documents, int pieceLength) {
        int count = 0;
        for (int[] document : documents) {
            count += pieceCount(document.length, pieceLength);
        }
        int[] documentOf = new int[count];
        int[] begin = new int[count];
        int[] length = new int[count];
        int row = 0;
        for (int d = 0; d < documents.size(); d++) {
            int tokens = documents.get(d).length;
            int pieces = pieceCount(tokens, pieceLength);
            for (int piece = 0; piece < pieces; piece++, row++) {
                documentOf[row] = d;
                begin[row] = cutPoint(piece, tokens, pieces);
                length[row] = cutPoint(piece + 1, tokens, pieces) - begin[row];
            }
        }
        return new PieceRows(count, documentOf, begin, length);
    }

    /** Pieces a review of that many tokens is cut into. */
    static int pieceCount(int length, int pieceLength) {
        if (length < 1) {
            throw new IllegalArgumentException("document: has no token; encode an empty review as one unknown token");
        }
        return (length - 1) / pieceLength + 1;
    }

    /** Where piece {@code piece} of {@code pieces} begins. */
    static int cutPoint(int piece, int length, int pieces) {
        return (int) ((long) piece * length / pieces);
    }
}
