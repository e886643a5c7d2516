package org.reelsense.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.reelsense.storage.DataException;

/**
 * Decompresses a gzip file (RFC 1952) within limits. The JDK's stream calls itself for each member, so that a file of many
 * empty ones overflows the stack, takes any damage behind the first member for the file's end, and inflates whatever
 * comes; this one goes round in a loop, accepts nothing behind a member but another or zeros (as {@code gzip} does), and
 * stops where the file inflates to more than an honest one can.
 */
final class GzipStream extends InputStream {

    private static final int TRAILER_BYTES = 8;

    private final RawBytes raw;
    private final String where;
    private final ArchiveLimits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long plain;
    private int members;
    private boolean ended;

    /** @param where what the user knows the file as */
    GzipStream(InputStream in, String where, ArchiveLimits limits) {
        this.raw = new RawBytes(in);
        this.where = where;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * Reads at least one byte, unless none is wanted or the file ends.
     *
     * @throws DataException if the file is beyond the limits
     * @throws IOException if it is damaged or cut short
     */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (members == 0) {
            begin();
        }
        while (!ended) {
            int got = inflate(target, offset, length);
            if (got > 0) {
                count(got);
                crc.update(target, offset, got);
                return got;
            }
            if (inflater.finished()) {
                finishMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("it needs a dictionary");
            } else {
                raw.handTo(inflater);
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage() == null ? "its compressed data are damaged" : e.getMessage());
        }
    }

    private void count(int got) throws DataException {
        plain += got;
        if (plain - limits.freeBytes() > limits.ratio() * raw.taken()) {
            throw refused("it unpacks to more than " + limits.ratio() + " times its size");
        }
    }

    private void begin() throws IOException {
        members++;
        if (members > limits.entries()) {
            throw refused("it is made of more than " + limits.entries() + " gzip files");
        }
        new GzipHeader(raw, limits.headerBytes()).skip();
        inflater.reset();
        crc.reset();
    }

    private void finishMember() throws IOException {
        raw.giveBack(inflater.getRemaining());
        byte[] trailer = raw.readFully(TRAILER_BYTES);
        if (number(trailer, 0) != crc.getValue() || number(trailer, 4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("its checksum does not match");
        }
        int next = raw.peek();
        if (next > 0) {
            begin();
        } else {
            ended = true;
            requireOnlyZeros(next);
        }
    }

    private void requireOnlyZeros(int first) throws IOException {
        for (int next = first; next >= 0; next = raw.read()) {
            if (next != 0) {
                throw new ZipException("there are bytes behind its end");
            }
        }
    }

    private static long number(byte[] bytes, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private DataException refused(String reason) {
        return new DataException(
                where + " is refused because " + reason + ": fetch a good copy with `reelsense dataset download`");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }

    /** What has been read of the file but not yet been used. */
    static final class RawBytes {

        private final InputStream in;
        private final byte[] buffer = new byte[GzipFile.BUFFER_BYTES];
        private int start;
        private int end;
        private long taken;

        private RawBytes(InputStream in) {
            this.in = in;
        }

        /** Bytes read from the file so far, used or not. */
        private long taken() {
            return taken;
        }

        private boolean fill() throws IOException {
            if (start == end) {
                start = 0;
                end = Math.max(in.read(buffer, 0, buffer.length), 0);
                taken += end;
            }
            return end > 0;
        }

        private int peek() throws IOException {
            return fill() ? buffer[start] & 0xff : -1;
        }

        private int read() throws IOException {
            return fill() ? buffer[start++] & 0xff : -1;
        }

        /** @throws EOFException at the end of the file */
        int require() throws IOException {
            int value = read();
            if (value < 0) {
                throw new EOFException("the gzip file ends too early");
            }
            return value;
        }

        private byte[] readFully(int count) throws IOException {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) require();
            }
            return bytes;
        }

        private void handTo(Inflater inflater) throws IOException {
            if (!fill()) {
                throw new EOFException("the gzip file ends too early");
            }
            inflater.setInput(buffer, start, end - start);
            start = end;
        }

        private void giveBack(int bytes) {
            start = end - bytes;
        }

        private void close() throws IOException {
            in.close();
        }
    }
}
