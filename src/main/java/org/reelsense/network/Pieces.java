package org.reelsense.network;

import java.util.List;

/**
 * How the reviews of a shard lie in a recurrent batch: each is cut into k = ceil(n / pieceLength) pieces, as even as
 * possible, and every piece is a row of its own. Tokens are numbered through the shard, review by review, so that a
 * token's place is {@code firstToken[d] + position}.
 *
 * @param firstToken [documents + 1], the last is N
 * @param rowStart [rows], the token a row begins with
 * @param rowLength [rows], at least 1
 * @param time the longest row
 */
record Pieces(int[] firstToken, int[] rowStart, int[] rowLength, int time) {

    /**
     * Cuts reviews.
     *
     * @param documents token ids, none empty
     */
    static Pieces cut(List<int[]> documents, int pieceLength) {
        int rows = 0;
        for (int[] document : documents) {
            rows += pieceCount(document.length, pieceLength);
        }
        int[] firstToken = new int[documents.size() + 1];
        int[] rowStart = new int[rows];
        int[] rowLength = new int[rows];
        int row = 0;
        int time = 0;
        for (int d = 0; d < documents.size(); d++) {
            int length = documents.get(d).length;
            int pieces = pieceCount(length, pieceLength);
            for (int piece = 0; piece < pieces; piece++, row++) {
                int begin = cutPoint(piece, length, pieces);
                rowStart[row] = firstToken[d] + begin;
                rowLength[row] = cutPoint(piece + 1, length, pieces) - begin;
                time = Math.max(time, rowLength[row]);
            }
            firstToken[d + 1] = firstToken[d] + length;
        }
        return new Pieces(firstToken, rowStart, rowLength, time);
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

    int documents() {
        return firstToken.length - 1;
    }

    int rows() {
        return rowStart.length;
    }

    /** N */
    int tokens() {
        return firstToken[firstToken.length - 1];
    }
}
