package org.reelsense.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reelsense.storage.DataException;
import org.reelsense.storage.JavaObjects;

/** What can be said of a compressed file before its content is understood. */
final class GzipFile {

    static final int BUFFER_BYTES = 1 << 16;

    private static final int LOOK_AT = 64;

    private GzipFile() {}

    /**
     * Looks at the first bytes.
     *
     * @param name what the user knows the file as
     * @throws DataException if they are not those of a gzip file; a web page is named as such
     */
    static void requireMagic(Path file, String name) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOK_AT);
        }
        if (start.length >= 2 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b) {
            return;
        }
        if (JavaObjects.begin(start, 0, start.length)) {
            throw new DataException(name + " holds " + JavaObjects.DESCRIPTION
                    + "; give a .tar.gz archive: check the address, or hand in a good copy with `--archive FILE`");
        }
        boolean page = new String(start, StandardCharsets.ISO_8859_1).strip().startsWith("<");
        String what = page ? "a web page" : start.length == 0 ? "an empty file" : "some other file";
        throw new DataException(name + " is " + what
                + ", not a .tar.gz archive: check the address, or hand in a good copy with `--archive FILE`");
    }

    /**
     * Decompresses all of it to see that it is whole: gzip ends with a checksum of its content.
     *
     * @throws IOException if it is truncated, damaged, or beyond the limits when decompressed
     */
    static void requireWhole(Path file, String name, ArchiveLimits limits) throws IOException {
        byte[] sink = new byte[BUFFER_BYTES];
        try (InputStream in = new LimitedStream(
                new GzipStream(Files.newInputStream(file), name, limits), name, limits.totalBytes())) {
            int read = 0;
            while (read >= 0) {
                read = in.read(sink, 0, sink.length);
            }
        }
    }
}
