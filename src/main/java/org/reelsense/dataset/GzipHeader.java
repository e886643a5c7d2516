package org.reelsense.dataset;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** What stands before the compressed data of a gzip member (RFC 1952, 2.3). State of one reading; keeps nothing. */
final class GzipHeader {

    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xe0;

    /** Time of change, extra flags and operating system. */
    private static final int UNINTERESTING = 6;

    private final GzipStream.RawBytes raw;
    private final int most;
    private final CRC32 crc = new CRC32();
    private int read;

    /** @param most bytes that it may have */
    GzipHeader(GzipStream.RawBytes raw, int most) {
        this.raw = raw;
        this.most = most;
    }

    /**
     * Reads up to the compressed data.
     *
     * @throws IOException if this is no gzip header, or a damaged or too long one
     */
    void skip() throws IOException {
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw new ZipException("it is not in gzip format");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("its gzip header has unknown flags");
        }
        skip(UNINTERESTING);
        if ((flags & HAS_EXTRA) != 0) {
            skip(nextShort());
        }
        skipTexts(flags);
        if ((flags & HAS_CHECKSUM) != 0) {
            requireChecksum();
        }
    }

    private void skipTexts(int flags) throws IOException {
        for (int text = Integer.bitCount(flags & (HAS_NAME | HAS_COMMENT)); text > 0; text--) {
            while (next() != 0) {
                // Neither the name nor the comment matters.
            }
        }
    }

    private void requireChecksum() throws IOException {
        int expected = (int) crc.getValue() & 0xffff;
        if (nextShort() != expected) {
            throw new ZipException("the checksum of its gzip header does not match");
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int nextShort() throws IOException {
        int low = next();
        return low | next() << 8;
    }

    private int next() throws IOException {
        int value = raw.require();
        crc.update(value);
        read++;
        if (read > most) {
            throw new ZipException("its gzip header has more than " + most + " bytes");
        }
        return value;
    }
}
