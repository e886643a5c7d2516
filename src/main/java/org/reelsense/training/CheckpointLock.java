package org.reelsense.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelsense.storage.DurableFile;

/**
 * Keeps a second training away from the checkpoints of one that is under way: each would take up and replace the other's.
 * The lock is the system's and ends with the process, however that ends; the file alone says nothing.
 */
public final class CheckpointLock implements AutoCloseable {

    private final Checkpoints checkpoints;
    private final Path file;
    private final FileChannel channel;

    private CheckpointLock(Checkpoints checkpoints, Path file, FileChannel channel) {
        this.checkpoints = checkpoints;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes them, making their folder if need be.
     *
     * @throws IllegalArgumentException if another training has them
     * @throws IOException if the lock's file cannot be made
     */
    public static CheckpointLock take(Checkpoints checkpoints) throws IOException {
        Path newest = checkpoints.newest().toAbsolutePath();
        Path file = newest.resolveSibling(newest.getFileName() + ".lock");
        DurableFile.requireWritable(file);
        Files.createDirectories(file.getParent());
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable Object made = key(file);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalArgumentException("out: another training is at work on " + checkpoints.newest()
                        + "; wait until it is done, or choose another file");
            }
            if (made != null && Objects.equals(made, key(file))) {
                return new CheckpointLock(checkpoints, file, channel);
            }
            channel.close(); // the last owner removed what was locked
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

    /** Null if another training has it, here or in another process. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    /** What is locked. */
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** Removed first: whoever locks what is removed notices. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
