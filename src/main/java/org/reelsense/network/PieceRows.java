package org.reelsense.network;

/**
 * The pieces that one pass of the recurrent layer scores, as rows with the longest first: those still running at a step
 * are then the first ones, and lie side by side in a [T, B, *] array.
 *
 * <p>Pieces are numbered in the order of the reviews, and that is the order in which their features are joined; which
 * row a piece got leaves no trace.
 */
final class PieceRows {

    private final int[] document;
    private final int[] begin;
    private final int[] pieceOf;
    private final int[] rowOf;
    private final int[] running;

    /**
     * Puts pieces in rows.
     *
     * @param count pieces in what follows, which may be longer
     * @param document [count], whose piece it is
     * @param begin [count], its first token in the document
     * @param length [count], at least 1
     */
    PieceRows(int count, int[] document, int[] begin, int[] length) {
        this.document = document;
        this.begin = begin;
        running = running(count, length);
        pieceOf = new int[count];
        rowOf = new int[count];
        int[] next = running.clone(); // rows of pieces longer than t stand before those of length t
        for (int piece = 0; piece < count; piece++) {
            int row = next[length[piece]]++;
            rowOf[piece] = row;
            pieceOf[row] = piece;
        }
    }

    /** [T + 1], at t the number of pieces longer than t. */
    private static int[] running(int count, int[] length) {
        int time = 0;
        for (int piece = 0; piece < count; piece++) {
            time = Math.max(time, length[piece]);
        }
        int[] running = new int[time + 1];
        for (int piece = 0; piece < count; piece++) {
            running[length[piece] - 1]++;
        }
        for (int t = time - 1; t >= 0; t--) {
            running[t] += running[t + 1];
        }
        return running;
    }

    /** Pieces, and so rows. */
    int count() {
        return pieceOf.length;
    }

    /** The longest piece. */
    int time() {
        return running.length - 1;
    }

    /** How many rows, from the first, have a token at step t. */
    int running(int t) {
        return running[t];
    }

    /** Tokens of a row: as many as there are steps at which it runs. */
    int length(int row) {
        int t = time();
        while (running[t - 1] <= row) {
            t--;
        }
        return t;
    }

    /** Whose piece is in a row. */
    int documentOfRow(int row) {
        return document[pieceOf[row]];
    }

    /** Where in its document the piece in a row begins. */
    int beginOfRow(int row) {
        return begin[pieceOf[row]];
    }

    int rowOf(int piece) {
        return rowOf[piece];
    }

    int documentOf(int piece) {
        return document[piece];
    }
}
