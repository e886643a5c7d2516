package org.reelsense.dataset;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param attempts before it gives up, the first included
 * @param firstPause before the second attempt; doubled before each further one
 * @param longestPause whatever the doubling or the server's Retry-After says
 * @param patience without a connection, a header or a byte of the body; also with a body that comes too slowly
 * @param slowest bytes of the body in half that time
 * @param redirects followed at most
 * @param largestBytes taken at most
 */
record DownloadPolicy(
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration patience,
        long slowest,
        int redirects,
        long largestBytes) {

    static final DownloadPolicy DEFAULT = new DownloadPolicy(
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(25),
            1 << 12,
            5,
            ArchiveLimits.DEFAULT.fileBytes());

    /** The same with another limit on what is taken. */
    DownloadPolicy upTo(long bytes) {
        return new DownloadPolicy(attempts, firstPause, longestPause, patience, slowest, redirects, bytes);
    }

    /** The pause after the attempt numbered {@code attempt} (from 1), no shorter than the server asked for. */
    Duration pauseAfter(int attempt, Duration asked) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration pause = doubled.compareTo(asked) < 0 ? asked : doubled;
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
