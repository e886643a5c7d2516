package org.reelsense.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/** Tar records as they are, which no honest writer would make. */
final class RawTar {

    static final int RECORD = 512;

    private RawTar() {}

    /** A header; longer names than 100 bytes are cut. */
    static byte[] header(String name, int kind, String target, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name, (byte) kind, true); // keeps a slash at the start
        entry.setLinkName(target);
        entry.setSize(size);
        byte[] header = new byte[RECORD];
        boolean binarySize = true; // more than the eleven octal digits hold
        try {
            entry.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), binarySize);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return header;
    }

    /** A header and its content, filled up to whole records. */
    static byte[] entry(String name, int kind, String target, byte[] content) {
        byte[] padding = new byte[(RECORD - content.length % RECORD) % RECORD];
        return join(header(name, kind, target, content.length), content, padding);
    }

    static byte[] file(String name, byte[] content) {
        return entry(name, '0', "", content);
    }

    /** One line of a PAX header; it starts with its own length in bytes. */
    static byte[] line(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int bytes = TestData.bytes(rest).length;
        int length = bytes + String.valueOf(bytes).length();
        length = bytes + String.valueOf(length).length();
        return TestData.bytes(length + rest);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
