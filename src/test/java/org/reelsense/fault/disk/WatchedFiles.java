package org.reelsense.fault.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reelsense.fault.disk.DiskStep.Kind;

/** Passes everything on and tells of what changes something. Public for Java, which makes it when it is the default. */
public final class WatchedFiles extends FileSystemProvider {

    private static final Watch NOBODY = step -> {};

    private static volatile Watch everywhere = NOBODY;

    private final FileSystemProvider real;
    private final WatchedFileSystem system;
    private final @Nullable Watch watch;
    private final AtomicInteger handles = new AtomicInteger();

    /** Called by Java, when this is the default of the process; who watches is said by {@link #watchEverything}. */
    public WatchedFiles(FileSystemProvider real) {
        this(real, null);
    }

    WatchedFiles(FileSystemProvider real, @Nullable Watch watch) {
        this.real = real;
        this.watch = watch;
        this.system = new WatchedFileSystem(this, real.getFileSystem(URI.create("file:///")));
    }

    /** From now on all files of this process, if this is its default. */
    public static void watchEverything(Watch watch) {
        everywhere = watch;
    }

    WatchedFileSystem system() {
        return system;
    }

    /** What a step does. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    void step(DiskStep step, Action action) throws IOException {
        Watch told = watch == null ? everywhere : watch;
        told.before(step);
        action.run();
        told.after(step);
    }

    private static Path real(Path path) {
        return WatchedPath.real(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = real(path);
        boolean written = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        int handle = handles.incrementAndGet();
        FileChannel[] channel = new FileChannel[1];
        Action open = () -> channel[0] = real.newFileChannel(file, options, attributes);
        if (written) {
            step(DiskStep.of(Kind.OPEN, file, handle), open);
        } else {
            open.run();
        }
        return new WatchedChannel(channel[0], file, handle, Files.isDirectory(file), written, this);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        step(DiskStep.of(Kind.MAKE_FOLDER, real(path)), () -> real.createDirectory(real(path), attributes));
    }

    @Override
    public void delete(Path path) throws IOException {
        step(DiskStep.of(Kind.DELETE, real(path)), () -> real.delete(real(path)));
    }

    /** Nothing that is not there is deleted. */
    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        if (!Files.exists(real(path), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        delete(path);
        return true;
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        step(DiskStep.move(real(from), real(to)), () -> real.move(real(from), real(to), options));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException("nothing of ours copies files");
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new FileSystemAlreadyExistsException(uri.toString());
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return system.watched(real.getPath(uri));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> members =
                real.newDirectoryStream(real(folder), member -> filter.accept(system.watched(member)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> each = members.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Path next() {
                        return system.watched(each.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                members.close();
            }
        };
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        real.setAttribute(real(path), name, value, options);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return system.watched(real.readSymbolicLink(real(link)));
    }
}
