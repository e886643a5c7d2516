package org.reelsense.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.reelsense.storage.DurableFile;

/**
 * Keeps others out of a run folder while a run is at work there: two would slow each other down, write each other's files
 * and delete each other's checkpoints. The lock is the system's and ends with the process, however that ends; the file
 * alone says nothing.
 */
public final class RunLock implements AutoCloseable {

    private final RunFolder folder;
    private final FileChannel channel;

    private RunLock(RunFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder, making it if need be.
     *
     * @throws IllegalArgumentException if another run has it
     * @throws IOException if the lock's file cannot be made
     */
    public static RunLock take(RunFolder folder) throws IOException {
        Path file = file(folder);
        DurableFile.requireWritable(file);
        DurableFile.makeFolder(folder.checkpoints());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new IllegalArgumentException("out: another run is at work in " + folder.path()
                    + "; wait until it is done, or choose another folder");
        }
        return new RunLock(folder, channel);
    }

    /** Null if another run has it, here or in another process. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What is locked. */
    public RunFolder folder() {
        return folder;
    }

    static Path file(RunFolder folder) {
        return folder.checkpoints().resolve("lock");
    }

    /**
     * Lets go. The file goes too once the run is finished, and the folder with it if nothing is left there: whoever waits
     * for the lock then finds a finished run. Before that it stays, for one file must not be locked under two inodes.
     */
    @Override
    public void close() throws IOException {
        channel.close();
        if (Files.exists(folder.results())) {
            Files.deleteIfExists(file(folder));
            try {
                Files.deleteIfExists(folder.checkpoints());
            } catch (DirectoryNotEmptyException keptForOthers) {
                return;
            }
        }
    }
}
