package org.reelsense.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that one owner holds at a time, in whatever process. The lock on it is the system's and ends with the process, however
 * that ends; the file alone says nothing.
 *
 * <p>Traps. Where locks are POSIX's, closing any channel on a file ends all locks of the process on it: a file that is held
 * here is known by its name and not opened again. And one file must not be locked under two inodes, which is how it would
 * go if a holder removed the file that another has just opened: so the name must lead to the same file before it is opened
 * and after it is locked.
 */
public final class FileGuard implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private boolean released;

    private FileGuard(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the file, making it and its folder if need be; empty if somebody else has it, here or in another process.
     *
     * @throws DataException if the folder cannot be made or written to, or the name is that of something else than a file
     * @throws IOException if the file cannot be made or locked
     */
    public static Optional<FileGuard> take(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        DurableFile.requireWritable(file);
        DurableFile.makeFolder(folder);
        Path real = folder.toRealPath().resolve(file.getFileName());
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        @Nullable FileChannel locked = null;
        try {
            locked = lock(real);
        } finally {
            if (locked == null) {
                HELD_HERE.remove(real);
            }
        }
        return Optional.ofNullable(locked).map(channel -> new FileGuard(real, channel));
    }

    /** Null if another process has it. */
    private static @Nullable FileChannel lock(Path file) throws IOException {
        while (true) {
            @Nullable Object before = key(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean ours = false;
            try {
                if (channel.tryLock() == null) {
                    return null;
                }
                ours = before != null && before.equals(key(file));
                if (ours) {
                    return channel;
                }
            } finally {
                if (!ours) {
                    channel.close();
                }
            }
        }
    }

    /** Which file has the name; null if none has. */
    private static @Nullable Object key(Path file) throws IOException {
        try {
            Object key = Files.getAttribute(file, "fileKey");
            return key == null ? file : key; // Windows knows none, and removes no open file
        } catch (NoSuchFileException removed) {
            return null;
        }
    }

    /** Lets go and removes the file, in the other order: whoever opened it meanwhile notices. Nothing if let go before. */
    public void remove() throws IOException {
        if (released) {
            return; // it may be somebody else's by now
        }
        try (this) {
            Files.deleteIfExists(file);
        }
    }

    /** Lets go. The file stays. */
    @Override
    public void close() throws IOException {
        if (released) {
            return;
        }
        released = true;
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
