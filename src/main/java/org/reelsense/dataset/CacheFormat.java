package org.reelsense.dataset;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The cache of read reviews, {@code reviews-<first 16 digits of the archive's SHA-256>.cache}. All numbers are
 * big-endian.
 *
 * <pre>
 * file    = magic "REELREVS" (8 bytes), version int, header block, review blocks, end of file
 * block   = length int, CRC-32C of the payload int, payload (length bytes)
 * header  = archive's SHA-256 (64 ASCII digits as a string), labelled int, test int, unlabelled int,
 *           films int, films x string
 * reviews = any number of whole reviews; over all blocks: the labelled, then test, then unlabelled ones
 * review  = label byte (0 none, 1 negative, 2 positive), stars byte, film int (its place in the header),
 *           id string, text string
 * string  = length in bytes int, UTF-8
 * </pre>
 *
 * <p>Blocks are checked before they are understood, and bound the memory beside the reviews themselves. There is no
 * compression: inflating would cost more than reading 130 MB from the page cache.
 */
final class CacheFormat {

    static final byte[] MAGIC = {'R', 'E', 'E', 'L', 'R', 'E', 'V', 'S'};
    static final int VERSION = 1;

    /** A block is closed once it is this long; it is longer by one review at most. */
    static final int BLOCK_BYTES = 1 << 20;

    /** Larger than any header or block that the limits on archives allow. */
    static final int LARGEST_BLOCK_BYTES = 64 << 20;

    private static final int NAME_DIGITS = 16;

    private CacheFormat() {}

    static Path file(Path dataFolder, String sha256) {
        return dataFolder.resolve("reviews-" + sha256.substring(0, NAME_DIGITS) + ".cache");
    }

    /** The cache is not what was written; it can be built again, so nobody but its reader needs to know. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }
}
