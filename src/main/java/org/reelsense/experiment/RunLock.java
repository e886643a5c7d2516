package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reelsense.storage.FileGuard;

/**
 * Keeps others out of a run folder while a run is at work there: two would slow each other down, write each other's files
 * and delete each other's checkpoints.
 */
public final class RunLock implements AutoCloseable {

    private final RunFolder folder;
    private final FileGuard guard;

    private RunLock(RunFolder folder, FileGuard guard) {
        this.folder = folder;
        this.guard = guard;
    }

    /**
     * Takes the folder, making it if need be.
     *
     * @throws IllegalArgumentException if another run has it
     * @throws IOException if the lock's file cannot be made
     */
    public static RunLock take(RunFolder folder) throws IOException {
        FileGuard guard = FileGuard.take(file(folder))
                .orElseThrow(() -> new IllegalArgumentException("out: another run is at work in " + folder.path()
                        + "; wait until it is done, or choose another folder"));
        return new RunLock(folder, guard);
    }

    /** What is locked. */
    public RunFolder folder() {
        return folder;
    }

    static Path file(RunFolder folder) {
        return folder.checkpoints().resolve("lock");
    }

    /**
     * Lets go. The file goes too once the run is finished, and the folder with it if nothing is left there: whoever takes it
     * then finds a finished run.
     */
    @Override
    public void close() throws IOException {
        if (!Files.exists(folder.results())) {
            guard.close();
            return;
        }
        guard.remove();
        try {
            Files.deleteIfExists(folder.checkpoints());
        } catch (DirectoryNotEmptyException keptForOthers) {
            return;
        }
    }
}
