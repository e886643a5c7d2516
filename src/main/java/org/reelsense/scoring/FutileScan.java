package org.reelsense.scoring;

/**
 * Remembers where the search for a row's end came to nothing. The next row may begin a line further on and lead through the
 * same bytes: in a file made so that no line's quote is ever closed, each line would be followed as far as a row may go. A
 * search that passes a mark in the state noted there takes the same way, and goes on where the earlier one stopped.
 */
final class FutileScan {

    private static final int NONE = -1;

    private final int step;
    /** A ring: the states at the positions that are multiples of {@code step}, as far back as a row may go. */
    private final byte[] marks;

    private long end = NONE;
    private int endState;

    /**
     * @param longest bytes of a row
     * @param step bytes from mark to mark: what a search in vain may cost a second time
     */
    FutileScan(int longest, int step) {
        this.step = step;
        this.marks = new byte[longest / step + 2];
    }

    /** Whether a search in this state at this position of the stream ends as the last one did; if not, it is noted. */
    boolean joins(long position, int state) {
        if (position % step != 0) {
            return false;
        }
        int mark = (int) (position / step % marks.length);
        if (position < end && marks[mark] == state) {
            return true;
        }
        marks[mark] = (byte) state;
        return false;
    }

    /** Where the last search in vain stopped. */
    long end() {
        return end;
    }

    /** The state it stopped in. */
    int endState() {
        return endState;
    }

    /** The search that has just noted its way came to nothing. */
    void stopped(long position, int state) {
        end = position;
        endState = state;
    }

    /** It found a row, so its marks mean nothing. */
    void forget() {
        end = NONE;
    }
}
