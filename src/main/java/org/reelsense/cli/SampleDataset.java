package org.reelsense.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.reelsense.storage.DataException;

/** Where the small dataset lies that comes with the program. */
final class SampleDataset {

    /** Set by the launcher: the folder that it lies in. */
    static final String HOME_PROPERTY = "reelsense.home";

    private SampleDataset() {}

    /**
     * The sample's folder; without the launcher, that of the working directory.
     *
     * @throws DataException if it is not there
     */
    static Path folder() throws DataException {
        Path folder = Path.of(System.getProperty(HOME_PROPERTY, "."))
                .resolve("datasets")
                .resolve("sample")
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new DataException("There is no sample dataset at " + folder.toAbsolutePath()
                    + ": start `reelsense` from its own folder, or give `--dataset` that folder");
        }
        return folder;
    }
}
