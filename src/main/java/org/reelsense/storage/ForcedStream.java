package org.reelsense.storage;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Writes to a channel and forces it to disk. Closing only flushes: writers of JSON or text close what they are given, and
 * the bytes must still be forced.
 */
final class ForcedStream extends BufferedOutputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final Path target;

    /** @param target is named if the disk refuses */
    ForcedStream(FileChannel channel, Path target) {
        super(new Named(Channels.newOutputStream(channel), target), BUFFER_BYTES);
        this.channel = channel;
        this.target = target;
    }

    /** All that was written is on the disk when this returns. */
    void force() throws IOException {
        flush();
        DurableFile.attempt(target, () -> channel.force(true));
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** A disk that is full says so without saying where. */
    private static final class Named extends FilterOutputStream {

        private final Path target;

        Named(OutputStream out, Path target) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            DurableFile.attempt(target, () -> out.write(bytes, offset, length));
        }
    }
}
