package org.reelsense.fault.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.reelsense.fault.disk.DiskStep.Kind;

/** An open file. Reading is not watched. */
final class WatchedChannel extends FileChannel {

    private final FileChannel real;
    private final Path path;
    private final int handle;
    private final boolean folder;
    private final boolean written;
    private final WatchedFiles files;

    WatchedChannel(FileChannel real, Path path, int handle, boolean folder, boolean written, WatchedFiles files) {
        this.real = real;
        this.path = path;
        this.handle = handle;
        this.folder = folder;
        this.written = written;
        this.files = files;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        byte[] bytes = remaining(from);
        int[] count = new int[1];
        files.step(DiskStep.write(path, handle, real.position(), bytes), () -> count[0] = writeAll(from));
        return count[0];
    }

    private int writeAll(ByteBuffer from) throws IOException {
        int all = from.remaining();
        while (from.hasRemaining()) {
            real.write(from);
        }
        return all;
    }

    private static byte[] remaining(ByteBuffer from) {
        byte[] bytes = new byte[from.remaining()];
        from.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += write(from[i]);
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        int[] count = new int[1];
        files.step(
                DiskStep.write(path, handle, position, remaining(from)), () -> count[0] = real.write(from, position));
        return count[0];
    }

    @Override
    public void force(boolean metadata) throws IOException {
        files.step(DiskStep.of(folder ? Kind.FORCE_FOLDER : Kind.FORCE, path, handle), () -> real.force(metadata));
    }

    /** The file is closed even if that is said to fail. */
    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
        if (written) {
            files.step(DiskStep.of(Kind.CLOSE, path, handle), () -> {});
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException("nothing of ours cuts a file short");
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("nothing of ours writes so");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }
}
