package org.reelsense.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A gzip file that holds one chunk very often. The chunk is compressed once, so that gigabytes take a second to write: a
 * full flush ends it at a whole byte and lets nothing behind it refer to it.
 */
final class GzipBomb {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    private static final byte[] LAST_BLOCK = {3, 0};

    private GzipBomb() {}

    /** Writes {@code head}, then {@code chunk} so many times. */
    static void write(Path file, byte[] head, byte[] chunk, long times) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            CRC32 crc = new CRC32();
            out.write(HEADER);
            out.write(deflated(head));
            crc.update(head);
            byte[] small = deflated(chunk);
            for (long i = 0; i < times; i++) {
                out.write(small);
                crc.update(chunk);
            }
            out.write(LAST_BLOCK);
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) crc.getValue())
                    .putInt((int) (head.length + chunk.length * times))
                    .array());
        }
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        byte[] out = new byte[plain.length + plain.length / 100 + 1000];
        int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
