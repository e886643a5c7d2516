package org.reelsense.scoring;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.reelsense.storage.DataException;

/** Opens files. */
final class InputFiles {

    private static final int GZIP_BUFFER_BYTES = 1 << 16;

    private InputFiles() {}

    /**
     * A file's bytes, decompressed if its name ends in {@code .gz}. A named pipe waits a moment for somebody to write to it.
     *
     * @param progress is told how many bytes of the file were read, again and again
     * @throws DataException if it cannot be opened; the message is the reason alone
     */
    static InputStream open(Path file, LongConsumer progress) throws IOException {
        InputStream bytes = new Counted(bytes(file), progress);
        if (!InputFormat.isGzip(file)) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, GZIP_BUFFER_BYTES);
        } catch (IOException e) {
            bytes.close();
            throw new DataException("cannot be decompressed (" + e.getMessage() + "); compress it anew", e);
        }
    }

    private static InputStream bytes(Path file) throws DataException {
        try {
            if (Files.isDirectory(file)) {
                throw new DataException("is a folder");
            }
            return NamedPipe.is(file) ? NamedPipe.open(file) : Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new DataException("no such file or folder; check the path", e);
        } catch (AccessDeniedException e) {
            throw new DataException("may not be read; check its rights", e);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException("cannot be read (" + e.getMessage() + "); check the file", e);
        }
    }

    /** Tells how many bytes have passed. */
    static final class Counted extends FilterInputStream {

        private final LongConsumer progress;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            progress.accept(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = in.read(target, from, length);
            progress.accept(Math.max(read, 0));
            return read;
        }
    }
}
