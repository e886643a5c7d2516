package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Path;
import org.reelsense.storage.FileGuard;

/**
 * Keeps a second training away from the checkpoints of one that is under way: each would take up and replace the other's.
 */
public final class CheckpointLock implements AutoCloseable {

    private final Checkpoints checkpoints;
    private final FileGuard guard;

    private CheckpointLock(Checkpoints checkpoints, FileGuard guard) {
        this.checkpoints = checkpoints;
        this.guard = guard;
    }

    /**
     * Takes them, making their folder if need be.
     *
     * @throws IllegalArgumentException if another training has them
     * @throws IOException if the lock's file cannot be made
     */
    public static CheckpointLock take(Checkpoints checkpoints) throws IOException {
        Path newest = checkpoints.newest();
        FileGuard guard = FileGuard.take(newest.resolveSibling(newest.getFileName() + ".lock"))
                .orElseThrow(() -> new IllegalArgumentException("out: another training is at work on " + newest
                        + "; wait until it is done, or choose another file"));
        return new CheckpointLock(checkpoints, guard);
    }

    /** What is locked. */
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    @Override
    public void close() throws IOException {
        guard.remove();
    }
}
