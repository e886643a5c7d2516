package org.reelsense.dataset;

import java.io.IOException;
import java.time.Duration;

/**
 * Notices a server that sends just enough never to seem silent: one byte a second would be 84 MB in three years. State of
 * one transfer.
 */
final class Pace {

    private final Duration span;
    private final long least;
    private long since = System.nanoTime();
    private long bytes;

    Pace(DownloadPolicy policy) {
        this.span = policy.patience().dividedBy(2); // a slow span is noticed at its end, one cut in two at the next
        this.least = policy.slowest();
    }

    /**
     * Counts bytes that have just come.
     *
     * @throws IOException if fewer than the policy's slowest came in half its patience
     */
    void count(long more) throws IOException {
        bytes += more;
        long now = System.nanoTime();
        if (now - since < span.toNanos()) {
            return;
        }
        if (bytes < least) {
            throw new IOException("only " + bytes + " bytes came in " + span.toMillis() / 1000.0 + " s");
        }
        since = now;
        bytes = 0;
    }
}
