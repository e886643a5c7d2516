package org.reelsense.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * Reads the reviews straight from the {@code .tar.gz}. Nothing is extracted and nothing is written; an archive that holds
 * what {@link EntryRules} names is refused all the same.
 */
final class ImdbArchive {

    private static final String ROOT = "aclImdb/";

    private final Path archive;
    private final ArchiveLimits limits;

    ImdbArchive(Path archive, ArchiveLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /**
     * All reviews, sorted.
     *
     * @throws DataException if the archive is missing, not a gzip file, truncated, damaged, beyond the limits, or
     *     without the five folders of the dataset
     */
    Reviews read(Progress progress) throws DataException {
        try {
            GzipFile.requireMagic(archive, archive.toString());
            progress.begin("reading " + archive.getFileName(), Files.size(archive), "bytes");
            try {
                ReviewCollector collector = readWhole(progress);
                collector.refuseCaseTwins(archive.toString());
                return collector.finish(archive.toString(), Section.ALL);
            } finally {
                progress.end();
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) { // the tar reader throws both on damaged headers
            throw damaged(e);
        }
    }

    private ReviewCollector readWhole(Progress progress) throws IOException {
        try (MeteredStream file = new MeteredStream(Files.newInputStream(archive), progress);
                LimitedStream plain = new LimitedStream(
                        new GzipStream(file, archive.toString(), limits), archive.toString(), limits.totalBytes());
                TarArchiveInputStream tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
            ReviewCollector collector = new ReviewCollector();
            readEntries(tar, plain, collector);
            plain.grant(Long.MAX_VALUE);
            drain(plain);
            return collector;
        }
    }

    private void readEntries(TarArchiveInputStream tar, LimitedStream plain, ReviewCollector collector)
            throws IOException {
        plain.grant(limits.headerBytes());
        int entries = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            entries++;
            if (entries > limits.entries()) {
                throw refused("it holds more than " + limits.entries() + " entries");
            }
            Optional<String> offence = EntryRules.offence(entry, limits);
            if (offence.isPresent()) {
                throw refused(offence.get());
            }
            plain.grant(entry.getSize() + limits.headerBytes()); // this content and the next header
            readEntry(tar, entry, collector);
        }
    }

    private void readEntry(TarArchiveInputStream tar, TarArchiveEntry entry, ReviewCollector collector)
            throws IOException {
        String path = withoutRoot(entry.getName());
        Optional<ReviewName> review = ReviewName.parse(path);
        Optional<Section> urls = Section.ofUrlList(path);
        if (review.isPresent()) {
            collector.addReview(review.get(), content(tar, entry, limits.reviewBytes()));
        } else if (urls.isPresent()) {
            collector.addFilms(urls.get(), content(tar, entry, limits.urlListBytes()));
        } else if (EntryRules.differsInCaseOnly(path)) {
            throw refused("its entry " + EntryRules.shown(entry) + " is no review only for the case of its letters");
        }
    }

    private byte[] content(TarArchiveInputStream tar, TarArchiveEntry entry, int limit) throws IOException {
        if (entry.getSize() > limit) {
            throw refused("its entry " + EntryRules.shown(entry) + " has " + entry.getSize() + " bytes where " + limit
                    + " are allowed");
        }
        byte[] bytes = tar.readNBytes((int) entry.getSize());
        if (bytes.length < entry.getSize()) {
            throw new EOFException("entry " + EntryRules.shown(entry) + " is cut short");
        }
        return bytes;
    }

    private static String withoutRoot(String name) {
        String path = name.startsWith("./") ? name.substring(2) : name;
        return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    }

    /** Reads to the end, where gzip keeps its checksum. A second archive behind the first would be lost in silence. */
    private void drain(LimitedStream in) throws IOException {
        byte[] padding = new byte[GzipFile.BUFFER_BYTES];
        for (int read = in.read(padding, 0, padding.length); read >= 0; read = in.read(padding, 0, padding.length)) {
            for (int i = 0; i < read; i++) {
                if (padding[i] != 0) {
                    throw refused("there is something behind its end");
                }
            }
        }
    }

    private DataException refused(String reason) {
        return new DataException("The archive " + archive + " is refused because " + reason
                + ": fetch a good copy with `reelsense dataset download`");
    }

    private DataException damaged(Exception cause) {
        String what = cause instanceof java.nio.file.NoSuchFileException
                ? "does not exist"
                : cause instanceof EOFException ? "is cut short" : "cannot be read (" + cause.getMessage() + ")";
        return new DataException(
                "The archive " + archive + " " + what
                        + ": give a good copy with `--archive FILE`, or delete this one and"
                        + " run `reelsense dataset download`",
                cause);
    }
}
