package org.reelsense.network;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;

/** Floats outside the Java heap, on a cache-line boundary, where oneDNN reads and writes them. */
final class NativeFloats implements AutoCloseable {

    private static final int LINE_BYTES = 64;

    private final FloatPointer allocation;
    private final FloatPointer aligned;
    private final FloatBuffer buffer;

    /** Zero-filled. */
    NativeFloats(long size) {
        int count = Math.toIntExact(size); // a buffer has no more, so nothing larger is asked of the system
        allocation = new FloatPointer(size + LINE_BYTES / Float.BYTES);
        long skip = (LINE_BYTES - allocation.address() % LINE_BYTES) % LINE_BYTES / Float.BYTES;
        aligned = allocation.getPointer(skip);
        aligned.limit(size);
        buffer = aligned.asBuffer();
        clear(count);
    }

    FloatPointer pointer() {
        return aligned;
    }

    FloatBuffer buffer() {
        return buffer;
    }

    int size() {
        return buffer.capacity();
    }

    /** Sets the first {@code size} values to zero. */
    void clear(int size) {
        Objects.checkFromToIndex(0, size, size());
        org.bytedeco.javacpp.Pointer.memset(aligned, 0, (long) size * Float.BYTES);
    }

    @Override
    public void close() {
        allocation.close();
    }
}
