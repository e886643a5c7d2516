package org.reelsense.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DurableFile;

/** The reviews of archives already read, one file each in the data folder. Losing one costs a few seconds, no more. */
record ReviewCache(Path dataFolder) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** The reviews of this archive; empty if they were never kept or the file is damaged, which is said. */
    Optional<Reviews> load(String sha256, Progress progress) {
        Path file = CacheFormat.file(dataFolder, sha256);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return Optional.of(CacheReader.read(in, sha256));
        } catch (IOException e) {
            progress.say("The cache " + file + " cannot be used because " + e.getMessage() + ": building it again");
            return Optional.empty();
        }
    }

    /** Keeps the reviews for the next start. A full or read-only disk is said and otherwise ignored. */
    void store(String sha256, Reviews reviews, Progress progress) {
        Path file = CacheFormat.file(dataFolder, sha256);
        try {
            DurableFile.write(file, out -> CacheWriter.write(out, sha256, reviews));
        } catch (IOException e) {
            progress.say("The cache " + file + " cannot be written (" + e.getMessage()
                    + "): the next start will read the archive again");
        }
    }
}
