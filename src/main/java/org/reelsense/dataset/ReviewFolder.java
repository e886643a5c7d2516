package org.reelsense.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * Reads reviews that lie as plain files in the archive's layout, at the folder's top or in its {@code aclImdb}: the
 * sample, an unpacked archive, or data of the user's own. Unlabelled reviews may be missing. Links within the folder are
 * followed; one that leads out of it is refused, or a stranger's data could make a report quote the reader's own files.
 */
final class ReviewFolder {

    private static final String INNER = "aclImdb";
    private static final int REPORT_EVERY = 100;

    private final Path folder;
    private final ArchiveLimits limits;
    private long bytes;

    ReviewFolder(Path folder, ArchiveLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * All reviews, sorted.
     *
     * @throws DataException if the folder is missing, unreadable, beyond the limits, or lacks labelled reviews
     */
    Reviews read(Progress progress) throws DataException {
        if (!Files.isDirectory(folder)) {
            throw new DataException("There is no folder " + folder
                    + ": give `--dataset` the name imdb, sample, or a folder that holds train and test");
        }
        progress.begin("reading " + folder, -1, "reviews");
        try {
            return readAll(progress).finish("The folder " + folder, Section.LABELLED);
        } catch (DataException e) {
            throw e;
        } catch (DirectoryIteratorException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            progress.end();
        }
    }

    private DataException unreadable(IOException e) {
        return new DataException(
                "The folder " + folder + " cannot be read (" + e.getMessage() + "): check its files and their rights",
                e);
    }

    private ReviewCollector readAll(Progress progress) throws IOException {
        Path root = Files.isDirectory(folder.resolve("train")) ? folder : folder.resolve(INNER);
        ReviewCollector collector = new ReviewCollector();
        for (Section section : Section.values()) {
            readSection(root, section, collector, progress);
            Path urls = root.resolve(section.urlList());
            if (Files.exists(urls, LinkOption.NOFOLLOW_LINKS)) {
                collector.addFilms(section, content(urls, limits.urlListBytes()));
            }
        }
        return collector;
    }

    private void readSection(Path root, Section section, ReviewCollector collector, Progress progress)
            throws IOException {
        Path place = root.resolve(section.path());
        if (!Files.isDirectory(place)) {
            return;
        }
        requireInside(place);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
            for (Path file : files) {
                Optional<ReviewName> name = ReviewName.parse(section.path() + "/" + file.getFileName());
                if (name.isPresent()) {
                    add(name.get(), file, collector, progress);
                }
            }
        }
    }

    private void add(ReviewName name, Path file, ReviewCollector collector, Progress progress) throws IOException {
        byte[] content = content(file, limits.reviewBytes());
        bytes += content.length;
        if (bytes > limits.totalBytes()) {
            throw refused("its reviews have more than the " + limits.totalBytes() + " bytes allowed");
        }
        collector.addReview(name, content);
        if (collector.size() > limits.entries()) {
            throw refused("it holds more than " + limits.entries() + " reviews");
        }
        if (collector.size() % REPORT_EVERY == 0) {
            progress.advance(REPORT_EVERY);
        }
    }

    private byte[] content(Path file, int limit) throws IOException {
        if (Files.isSymbolicLink(file)) {
            requireInside(file);
        }
        if (!Files.isRegularFile(file)) {
            throw refused("its file " + file + " is not an ordinary one"); // a pipe would be waited for, for ever
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw refused("its file " + file + " has more than the " + limit + " bytes allowed");
            }
            return content;
        }
    }

    private void requireInside(Path place) throws IOException {
        if (!place.toRealPath().startsWith(folder.toRealPath())) {
            throw refused(place + " leads out of it");
        }
    }

    private DataException refused(String reason) {
        return new DataException(
                "The folder " + folder + " is refused because " + reason + ": remove what is not a review");
    }
}
