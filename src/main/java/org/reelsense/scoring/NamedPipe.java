package org.reelsense.scoring;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.reelsense.storage.DataException;

/**
 * A named pipe, of which opening would wait for ever if nobody writes to it. It is opened for writing too for a moment, by
 * which the opening returns at once on Linux and macOS; then reading says "end" for as long as nobody has it open.
 */
final class NamedPipe extends FilterInputStream {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 20;
    private static final int TYPE = 0170000;
    private static final int PIPE = 0010000;

    private boolean begun;

    private NamedPipe(InputStream in) {
        super(in);
    }

    /** Whether it is one that has a name; those of {@code <(command)} have none, and somebody writes to them. */
    static boolean is(Path file) {
        try {
            return Files.readAttributes(file, "*").get("isOther") == Boolean.TRUE
                    && ((Integer) Files.getAttribute(file, "unix:mode") & TYPE) == PIPE
                    && Files.exists(file.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Opens it. Who may not write to it waits at this place. */
    static InputStream open(Path file) throws IOException {
        FileChannel writing;
        try {
            writing = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            return Files.newInputStream(file);
        }
        try {
            return new NamedPipe(Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ)));
        } finally {
            writing.close();
        }
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = in.read(target, from, length);
        long waiting = System.nanoTime();
        while (read < 0 && !begun) {
            if (System.nanoTime() - waiting > PATIENCE.toNanos()) {
                throw new DataException("is a named pipe that nobody writes to; start first what writes to it");
            }
            pause();
            read = in.read(target, from, length);
        }
        begun = true;
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
