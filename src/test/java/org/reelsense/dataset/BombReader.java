package org.reelsense.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** A process with little memory that opens each archive of a folder, and tells what came of it, one a line. */
final class BombReader {

    private BombReader() {}

    /** Arguments: the archives' folder, the data folder. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[1]);
        try (Stream<Path> list = Files.list(Path.of(arguments[0]))) {
            for (Path archive : list.sorted().toList()) {
                tell(
                        archive,
                        "read",
                        () -> Datasets.open(new DatasetSource.ArchiveFile(archive), data, Progress.SILENT));
                tell(archive, "look", () -> GzipFile.requireWhole(archive, "" + archive, ArchiveLimits.DEFAULT));
            }
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void tell(Path archive, String how, Attempt attempt) {
        long start = System.nanoTime();
        String outcome = outcome(attempt);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(String.join("\t", archive.getFileName().toString(), how, "" + millis, outcome));
    }

    private static String outcome(Attempt attempt) {
        try {
            attempt.run();
            return "accepted";
        } catch (DataException e) {
            return "refused: " + e.getMessage();
        } catch (IOException e) {
            return "refused: " + e;
        } catch (Throwable e) {
            return "broken: " + e;
        }
    }
}
