package org.reelsense.fault.disk;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path whose files are watched. */
public final class WatchedPath implements Path {

    private final WatchedFileSystem system;
    private final Path real;

    WatchedPath(WatchedFileSystem system, Path real) {
        this.system = system;
        this.real = real;
    }

    /** The same place, on a file system of its own on which {@code watch} is told of every step. */
    public static Path of(Path real, Watch watch) {
        return new WatchedFiles(real.getFileSystem().provider(), watch).system().watched(real);
    }

    static Path real(Path path) {
        return path instanceof WatchedPath watched ? watched.real : path;
    }

    private @Nullable Path watched(@Nullable Path path) {
        return path == null ? null : system.watched(path);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return watched(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return watched(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return watched(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return system.watched(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return system.watched(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return system.watched(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return system.watched(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return system.watched(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return system.watched(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return system.watched(real.toRealPath(options));
    }

    /** Also for the test's own system: the file is the same, only nobody is told. */
    @Override
    public File toFile() {
        return new File(real.toString());
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nothing of ours waits for files");
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WatchedPath path && real.equals(path.real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
