package org.reelsense.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/** The door to the data: everything that callers do with a dataset starts here. */
public final class Datasets {

    private Datasets() {}

    /**
     * The corpus, from the quickest place that has it: the cache, else the archive (downloaded if need be) or folder.
     *
     * @param dataFolder keeps downloads and caches; created if need be
     * @throws DataException if the data are missing, damaged or unreachable
     */
    public static Corpus open(DatasetSource source, Path dataFolder, Progress progress) throws DataException {
        if (source instanceof DatasetSource.Folder given) {
            Reviews reviews = new ReviewFolder(given.folder(), ArchiveLimits.DEFAULT).read(progress);
            return Corpus.of(given.name(), reviews.sha256(), reviews);
        }
        DurableFile.removeHalfFiles(dataFolder);
        Optional<Corpus> kept = withoutArchive(source, dataFolder, progress);
        return kept.isPresent() ? kept.get() : fromArchive(source, dataFolder, progress);
    }

    /**
     * Brings the archive to this machine, or finds that it is there.
     *
     * @throws DataException if it is missing, damaged or unreachable
     * @throws IllegalArgumentException if the source is a folder
     */
    public static Archive download(DatasetSource source, Path dataFolder, Progress progress) throws DataException {
        DurableFile.removeHalfFiles(dataFolder);
        return new ArchiveStore(dataFolder, DownloadPolicy.DEFAULT).obtain(source, progress);
    }

    /**
     * Brings a published file to this machine, or finds that it is there; its bytes are checked each time.
     *
     * @param dataFolder keeps it; created if need be
     * @return where it lies
     * @throws DataException if it is damaged or unreachable
     */
    public static Path fetch(PublishedFile wanted, Path dataFolder, Progress progress) throws DataException {
        DurableFile.removeHalfFiles(dataFolder);
        return wanted.bring(dataFolder, DownloadPolicy.DEFAULT, progress);
    }

    /**
     * Checks the data from their bytes, without cache or remembered checksums, and never downloads.
     *
     * @throws DataException if there is nothing to check, or it cannot be read
     */
    public static Verification verify(DatasetSource source, Path dataFolder, Progress progress) throws DataException {
        if (source instanceof DatasetSource.Folder given) {
            return Verification.ofFolder(given.folder(), progress);
        }
        return Verification.ofArchive(new ArchiveStore(dataFolder, DownloadPolicy.DEFAULT).place(source), progress);
    }

    /** Counts and lengths of a corpus. */
    public static DatasetStats stats(Corpus corpus) {
        return DatasetStats.of(corpus);
    }

    private static Corpus fromArchive(DatasetSource source, Path dataFolder, Progress progress) throws DataException {
        Archive archive = new ArchiveStore(dataFolder, DownloadPolicy.DEFAULT).obtain(source, progress);
        ReviewCache cache = new ReviewCache(dataFolder);
        Optional<Reviews> kept = cache.load(archive.sha256(), progress);
        if (kept.isPresent()) {
            return Corpus.of(ImdbFacts.NAME, archive.sha256(), kept.get());
        }
        Reviews reviews = new ImdbArchive(archive.file(), ArchiveLimits.DEFAULT).read(progress);
        cache.store(archive.sha256(), reviews, progress);
        return Corpus.of(ImdbFacts.NAME, archive.sha256(), reviews);
    }

    /**
     * Where no archive is named and none was downloaded, the cache of any known copy will do: somebody who once gave
     * {@code --archive FILE} need not give it again.
     */
    private static Optional<Corpus> withoutArchive(DatasetSource source, Path dataFolder, Progress progress)
            throws DataException {
        if (!(source instanceof DatasetSource.Official) || Files.exists(dataFolder.resolve(ImdbFacts.FILE_NAME))) {
            return Optional.empty();
        }
        ReviewCache cache = new ReviewCache(dataFolder);
        for (KnownArchive known : ImdbFacts.KNOWN) {
            Optional<Reviews> kept = cache.load(known.sha256(), progress);
            if (kept.isPresent()) {
                return Optional.of(Corpus.of(ImdbFacts.NAME, known.sha256(), kept.get()));
            }
        }
        return Optional.empty();
    }
}
