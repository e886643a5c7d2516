package org.reelsense.bench.process;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The checkpoint of a training that is not to leave one: neither the newest, which may be of half a gigabyte, nor the one
 * before, which lies beside it.
 */
public final class ScratchCheckpoint implements AutoCloseable {

    private final ScratchFolder folder;

    private ScratchCheckpoint(ScratchFolder folder) {
        this.folder = folder;
    }

    /** One in a new folder. */
    public static ScratchCheckpoint make() throws IOException {
        return new ScratchCheckpoint(ScratchFolder.make());
    }

    /** Of no file yet. */
    public Path path() {
        return folder.path().resolve("checkpoint");
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
