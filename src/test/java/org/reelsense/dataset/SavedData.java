package org.reelsense.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** What a data folder keeps, saved and loaded; public for the tests of storage. */
public final class SavedData {

    private static final Path ANY_FILE = Path.of("pom.xml");
    private static final String SHA = "0123456789abcdef".repeat(4);

    /** Names of files in the folder. */
    public static final String REVIEWS = "reviews-0123456789abcdef.cache";

    public static final String INDEX = "archives.index";

    private SavedData() {}

    /** A cache of two reviews; what the cache says and ignores is thrown here. */
    public static void storeReviews(Path folder, int content) throws IOException {
        TestData.Listener listener = new TestData.Listener();
        new ReviewCache(folder).store(SHA, reviews(content), listener);
        if (!listener.lines.isEmpty()) {
            throw new DataException(listener.lines.get(0));
        }
    }

    private static Reviews reviews(int content) {
        return new Reviews(
                List.of(new Review("train/pos/0_10", "Good " + content, Label.POSITIVE, 10, "tt1")),
                List.of(),
                List.of(Review.unlabelled("train/unsup/0_0", "Hm", "tt2")));
    }

    /** Throws if it is damaged. */
    public static void loadReviews(Path folder) throws IOException {
        if (new ReviewCache(folder).load(SHA, Progress.SILENT).isEmpty()) {
            throw new DataException(folder + " has no cache");
        }
    }

    /** An index of one file, which need not be an archive. */
    public static void remember(Path folder, int content) throws IOException {
        new ArchiveIndex(folder).remember(ANY_FILE, Integer.toString(content).repeat(64));
    }

    /** Throws if the file is not known. */
    public static void recall(Path folder) throws IOException {
        if (new ArchiveIndex(folder).sha256(ANY_FILE).isEmpty()) {
            throw new DataException(folder + " is not remembered");
        }
    }
}
