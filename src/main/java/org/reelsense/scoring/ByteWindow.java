package org.reelsense.scoring;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a stream from the next record on, read as they are asked for and up to a limit. */
final class ByteWindow implements Closeable {

    /** Given for a byte behind the stream's end. */
    static final int END = -1;

    /** Given for a byte further on than the longest record. */
    static final int TOO_FAR = -2;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int begin;
    private int filled;
    private long offset;
    private boolean ended;

    /** @param longest bytes of a record */
    ByteWindow(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The byte at {@code index} from the record's begin, 0 to 255, or {@link #END} or {@link #TOO_FAR}. */
    int at(int index) throws IOException {
        if (index > longest) { // one more is asked for to see whether the record ends there
            return TOO_FAR;
        }
        while (begin + index >= filled) {
            if (!fill()) {
                return END;
            }
        }
        return buffer[begin + index] & 0xFF;
    }

    /** Where the record begins in the stream. */
    long offset() {
        return offset;
    }

    /** The record's first bytes as text, if they are UTF-8. */
    Utf8 text(int length) {
        return Utf8.decode(buffer, begin, length, offset);
    }

    /** Goes on behind that many bytes, which have all been asked for. */
    void drop(int bytes) {
        begin += bytes;
        offset += bytes;
    }

    /** Goes on behind the next line feed, however far, without keeping what is before it. */
    void dropLine() throws IOException {
        for (int next = at(0); next != END; next = at(0)) {
            drop(1);
            if (next == '\n') {
                return;
            }
        }
    }

    /** Frees the memory of what was read; nothing is asked for afterwards. */
    void letGo() {
        buffer = new byte[0];
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        makeRoom();
        int read = in.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(read, 0);
        return !ended;
    }

    private void makeRoom() {
        if (begin == filled) {
            begin = 0;
            filled = 0;
            buffer = buffer.length > BUFFER_BYTES ? new byte[BUFFER_BYTES] : buffer; // one long record was enough
        } else if (filled == buffer.length && begin >= filled / 2) {
            System.arraycopy(buffer, begin, buffer, 0, filled - begin);
            filled -= begin;
            begin = 0;
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
