package org.reelsense.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.ImdbFacts;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;
import picocli.CommandLine.Option;

/** {@code --dataset}, {@code --archive} and {@code --data}: which reviews, and where they are kept. */
final class DataOptions {

    private static final String SAMPLE = "sample";

    @Option(
            names = "--dataset",
            paramLabel = "imdb|sample|DIR",
            defaultValue = Option.NULL_VALUE,
            description =
                    "The IMDB reviews (the default), the small sample that comes with the program, or a folder that"
                            + " holds train and test.")
    private Optional<String> dataset = Optional.empty();

    @Option(
            names = "--archive",
            paramLabel = "FILE|URL",
            defaultValue = Option.NULL_VALUE,
            description = "Archive of the IMDB reviews (default: the official one, downloaded on first use).")
    private Optional<String> archive = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = Option.NULL_VALUE,
            description = "Folder for downloads and caches (default: reelsense in the user's cache folder).")
    private Optional<Path> data = Optional.empty();

    /**
     * Which reviews the options name.
     *
     * @throws IllegalArgumentException if they contradict each other
     * @throws DataException if the sample is not there
     */
    DatasetSource source() throws DataException {
        String name = dataset.orElse(ImdbFacts.NAME);
        if (archive.isPresent() && !name.equals(ImdbFacts.NAME)) {
            throw new IllegalArgumentException("--archive is " + archive.get() + " and --dataset is " + name
                    + ": an archive holds the IMDB reviews, so give one of the two");
        }
        if (name.equals(ImdbFacts.NAME)) {
            return archive.map(DatasetSource::imdbFrom).orElseGet(DatasetSource::imdb);
        }
        if (name.equals(SAMPLE)) {
            return DatasetSource.folder(SAMPLE, SampleDataset.folder());
        }
        Path folder = Path.of(name);
        return DatasetSource.folder(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()), folder);
    }

    /** Whether reviews were named, and not just left to the default. */
    boolean isNamed() {
        return dataset.isPresent() || archive.isPresent();
    }

    /** Where downloads and caches are kept. */
    Path folder() {
        return data.orElseGet(DataFolder::standard);
    }

    /**
     * For commands that keep in the data folder what takes long to make; to be asked before anything is made.
     *
     * @throws DataException if the folder cannot be made or written to
     */
    void requireWritable() throws DataException {
        DurableFile.requireWritableFolder(folder());
    }

    /** The reviews themselves; see {@link Datasets#open}. */
    Corpus open(Progress progress) throws DataException {
        return Datasets.open(source(), folder(), progress);
    }
}
