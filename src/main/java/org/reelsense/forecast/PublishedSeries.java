package org.reelsense.forecast;

import java.net.URI;
import java.nio.file.Path;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.PublishedFile;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * The two sets of Velarde et al. (2022), downloaded on first use. {@code datasets/manifest.json} tells people the same; a
 * test keeps the two alike. The addresses name commits, so that what they give cannot change.
 */
public enum PublishedSeries implements SeriesSource {

    /** Closing prices of ten banks, 3,032 days of trade. */
    BANKEX(
            "bankex",
            5,
            file(
                    "ecf3fabee08a0fcc3eddf63e4b502677c0cfec77/BANKEX.csv",
                    "BANKEX.csv",
                    758_000,
                    "30be25a3309907e4420767801c200426a67aad81c6d84aefb7c925df23d2fc64")),

    /** Ten made-up series of weekly activity, 3,584 days. */
    ACTIVITIES(
            "activities",
            SeriesSource.WEEK,
            file(
                    "26ff1590952b7a26e060430361283ad2b614e185/activities.csv",
                    "activities.csv",
                    896_000,
                    "5776fe42333a974694983ad6d325fa8069a53e79c4dc2b55230d309cfe0a40ad"));

    private final String id;
    private final int season;
    private final PublishedFile file;

    PublishedSeries(String id, int season, PublishedFile file) {
        this.id = id;
        this.season = season;
        this.file = file;
    }

    /** As on the command line and in records. */
    public String id() {
        return id;
    }

    /** Values of a season: days of a week, days of trade in one. */
    public int season() {
        return season;
    }

    /** Where it is published, and its checksum. */
    public PublishedFile file() {
        return file;
    }

    @Override
    public SeriesSet load(Path dataFolder, Progress progress) throws DataException {
        return SeriesFile.read(Datasets.fetch(file, dataFolder, progress), id);
    }

    private static PublishedFile file(String place, String name, long bytes, String sha256) {
        URI address = URI.create(
                "https://raw.githubusercontent.com/Alebuenoaz/LSTM-and-GRU-Time-Series-Forecasting/" + place);
        return new PublishedFile("the authors' " + name, address, name, bytes, sha256, "--series FILE");
    }
}
