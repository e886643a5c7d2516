package org.reelsense.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/**
 * A temporary folder, gone with all it holds when closed.
 *
 * @param path of the folder
 */
public record ScratchFolder(Path path) implements AutoCloseable {

    /** One where the system puts such folders. */
    public static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("bench"));
    }

    /** One in another folder. */
    static ScratchFolder in(Path folder) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(folder, "scratch"));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(path)) {
            PathUtils.deleteDirectory(path);
        }
    }
}
