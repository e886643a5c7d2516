package org.reelsense.forecast;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Where series come from. */
public sealed interface SeriesSource permits PublishedSeries, SeriesSource.Weekly, SeriesSource.OfFile {

    /** Days of a week: the season of series of which nothing else is known. */
    int WEEK = 7;

    /** Series of weekly activity, made on the spot; see {@link WeeklyActivity}. */
    record Weekly(long seed) implements SeriesSource {

        @Override
        public SeriesSet load(Path dataFolder, Progress progress) {
            return WeeklyActivity.generate(seed);
        }
    }

    /** A file on this machine. Known bytes get the name of the published set that they are. */
    record OfFile(Path file) implements SeriesSource {

        @Override
        public SeriesSet load(Path dataFolder, Progress progress) throws DataException {
            if (!Files.exists(file)) {
                throw new DataException(
                        "There is no file " + file + ": give a CSV file of series, bankex, activities or weekly");
            }
            SeriesSet set = SeriesFile.read(file);
            return published(set)
                    .map(known -> new SeriesSet(known.id(), set.sha256(), set.series()))
                    .orElse(set);
        }
    }

    /**
     * The series themselves.
     *
     * @param dataFolder keeps what is downloaded; created if need be
     * @throws DataException if they are missing, damaged or unreachable, or are no series
     */
    SeriesSet load(Path dataFolder, Progress progress) throws DataException;

    /**
     * The source of that name: {@code bankex}, {@code activities}, {@code weekly}, or else a file (one that has such a name
     * is reached as {@code ./weekly}).
     */
    static SeriesSource named(String nameOrFile) {
        if (nameOrFile.equals(WeeklyActivity.NAME)) {
            return new Weekly(WeeklyActivity.DEFAULT_SEED);
        }
        return Arrays.stream(PublishedSeries.values())
                .filter(one -> one.id().equals(nameOrFile))
                .<SeriesSource>map(one -> one)
                .findFirst()
                .orElseGet(() -> new OfFile(Path.of(nameOrFile)));
    }

    /** Values of a season, for {@link SeasonalNaive}: that of a published set by its bytes, else a week. */
    static int season(SeriesSet set) {
        return published(set).map(PublishedSeries::season).orElse(WEEK);
    }

    private static Optional<PublishedSeries> published(SeriesSet set) {
        return Arrays.stream(PublishedSeries.values())
                .filter(one -> one.file().sha256().equals(set.sha256()))
                .findFirst();
    }
}
