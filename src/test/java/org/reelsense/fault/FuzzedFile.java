package org.reelsense.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for fuzz tests whose readers take a path: one of each name, for all inputs. These tests run one at a time. */
public final class FuzzedFile {

    private static final Path FOLDER = create();

    private FuzzedFile() {}

    /** A file that holds these bytes until the next call. */
    public static Path of(byte[] bytes) throws IOException {
        return of("fuzzed", bytes);
    }

    /** A file of that name. */
    public static Path of(String name, byte[] bytes) throws IOException {
        Path file = FOLDER.resolve(name);
        file.toFile().deleteOnExit();
        return Files.write(file, bytes);
    }

    private static Path create() {
        try {
            Path folder = Files.createTempDirectory("reelsense-fuzzed");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
