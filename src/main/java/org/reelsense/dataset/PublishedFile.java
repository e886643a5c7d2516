package org.reelsense.dataset;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/**
 * A file of data that somebody else publishes, whose bytes are known; see {@link Datasets#fetch}.
 *
 * @param description what a user would call it, such as "the authors' file"
 * @param address where it is published
 * @param fileName what it is called in the data folder
 * @param bytes its size
 * @param sha256 in lower-case hexadecimal
 * @param option how the user can give a file instead, such as {@code --series FILE}
 */
public record PublishedFile(
        String description, URI address, String fileName, long bytes, String sha256, String option) {

    /** Its place in the data folder, whole; downloaded if it is not there. */
    Path bring(Path dataFolder, DownloadPolicy policy, Progress progress) throws DataException {
        Path file = dataFolder.resolve(fileName);
        if (Files.exists(file)) {
            PartFile.beside(file).tidy();
            requireKept(file);
        } else {
            new Download(
                            address,
                            file,
                            part -> require(part, address.toString()),
                            policy.upTo(bytes),
                            new Substitute("a file", option))
                    .run(progress);
        }
        return file;
    }

    private void requireKept(Path file) throws DataException {
        try {
            require(file, file.toString());
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(
                    "The file " + file + " cannot be read (" + e.getMessage() + "): check the file and its rights", e);
        }
    }

    private void require(Path file, String name) throws IOException {
        Comparison comparison = new Comparison(name, description, option);
        comparison.same("size", Long.toString(bytes), Long.toString(Files.size(file)));
        comparison.same("SHA-256", sha256, Checksum.sha256(file));
    }
}
