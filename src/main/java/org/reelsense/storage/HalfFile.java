package org.reelsense.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written, beside the one it will replace. It is locked for as long as its writer lives, and the
 * system ends the lock with the process, however that ends: a half file that can be locked belongs to nobody.
 *
 * <p>Trap: where locks are POSIX's, closing any channel on a file ends all locks of the process on it. So a half file of
 * this process is known by its name and not opened to find out.
 */
final class HalfFile implements Closeable {

    /** Our own word at the end: other programs, too, write beside a file, and know nothing of our locks. */
    private static final Pattern NAME = Pattern.compile("\\..*-[0-9a-f]{16}\\.reelsense");

    private static final Set<Path> WRITTEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path target;
    private final FileChannel channel;
    private boolean moved;

    private HalfFile(Path path, Path target, FileChannel channel) {
        this.path = path;
        this.target = target;
        this.channel = channel;
    }

    /** Begins one beside {@code target}, whose folder must be there. */
    static HalfFile beside(Path target) throws IOException {
        while (true) {
            String random = String.format("%016x", UUID.randomUUID().getLeastSignificantBits());
            Path path = target.resolveSibling("." + target.getFileName() + "-" + random + ".reelsense");
            WRITTEN_HERE.add(path);
            HalfFile half = new HalfFile(path, target, open(path));
            if (half.isOurs()) {
                return half;
            }
            half.close();
        }
    }

    private static FileChannel open(Path path) throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            WRITTEN_HERE.remove(path);
            throw e;
        }
    }

    /** Locks it. Between its making and its lock, somebody who tidies up may have taken it for abandoned. */
    private boolean isOurs() throws IOException {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (IOException noLocksHere) { // then nobody else can lock and remove it either
            return true;
        }
    }

    /** Where its bytes go. */
    FileChannel channel() {
        return channel;
    }

    /** Gives it the name of the file whose content it replaces, in one step. */
    void move() throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        moved = true;
    }

    /** Ends the lock; removes the file unless it was moved. */
    @Override
    public void close() throws DataException {
        DurableFile.attempt(target, this::closeAndRemove);
    }

    private void closeAndRemove() throws IOException {
        try (channel) {
            if (!moved) {
                Files.deleteIfExists(path);
            }
        } finally {
            WRITTEN_HERE.remove(path);
        }
    }

    /** Removes those in {@code folder}, if there is one, whose writers are gone; as far as that is possible. */
    static void removeAbandoned(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> half = Files.newDirectoryStream(folder, HalfFile::isHalf)) {
            for (Path file : half) {
                if (!WRITTEN_HERE.contains(file)) {
                    removeIfAbandoned(file);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return;
        }
    }

    private static boolean isHalf(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static void removeIfAbandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException wholeMeanwhile) { // or somebody else's
            return;
        }
    }

    /** Null if its writer is at work. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException writtenHere) {
            return null;
        }
    }
}
