package org.reelsense.network;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;

/** Bytes outside the Java heap, on a cache-line boundary, where oneDNN reads and writes numbers of 8 or 16 bits. */
final class NativeBytes implements AutoCloseable {

    private static final int LINE = 64;

    private final BytePointer allocation;
    private final BytePointer aligned;
    private final ByteBuffer buffer;

    /** Every byte is {@code value}. */
    NativeBytes(long size, byte value) {
        allocation = new BytePointer(size + LINE);
        aligned = allocation.getPointer((LINE - allocation.address() % LINE) % LINE);
        aligned.limit(size);
        buffer = aligned.asBuffer();
        byte[] all = new byte[Math.toIntExact(size)];
        Arrays.fill(all, value);
        buffer.put(0, all);
    }

    BytePointer pointer() {
        return aligned;
    }

    ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public void close() {
        allocation.close();
    }
}
