package org.reelsense.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkpoint of a training that is not to leave one.
 *
 * @param path of no file yet, in a temporary folder
 */
public record ScratchCheckpoint(Path path) implements AutoCloseable {

    /** One in a new folder. */
    public static ScratchCheckpoint make() throws IOException {
        return new ScratchCheckpoint(Files.createTempDirectory("bench").resolve("checkpoint"));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        path.getParent().toFile().deleteOnExit(); // the older generation may still lie there
    }
}
