package org.reelsense.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.reelsense.storage.DataException;

/**
 * Refuses to deliver more bytes than were granted, so that a small archive that unpacks to very much is noticed while it
 * is read and not when memory is gone.
 */
final class LimitedStream extends FilterInputStream {

    private final String where;
    private final long total;
    private long read;
    private long stop;

    LimitedStream(InputStream in, String where, long total) {
        super(in);
        this.where = where;
        this.total = total;
        this.stop = total;
    }

    /** From here on, {@code bytes} more may be read, within the total. */
    void grant(long bytes) {
        stop = bytes > total - read ? total : read + bytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        // No further than one byte past the stop: a header may ask to skip exabytes.
        long skipped = super.skip(Math.min(bytes, stop - read + 1));
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws DataException {
        read += bytes;
        if (read > stop) {
            throw new DataException(where + " is refused because it unpacks to more than "
                    + (stop == total ? "the " + total + " bytes allowed" : "its headers say")
                    + ": fetch a good copy with `reelsense dataset download`");
        }
    }
}
