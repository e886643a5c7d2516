package org.reelsense.cli;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.reelsense.progress.Progress;

/** Progress in bytes read that begins only when there is enough to read that somebody may want to know. */
final class ByteProgress implements LongConsumer {

    private static final long WORTHWHILE = 2_000_000;

    private final Progress progress;
    private final String task;
    private final LongSupplier total;
    private long before;
    private boolean begun;

    /** @param total bytes there are to read, negative if that is not known; asked for once it matters */
    ByteProgress(Progress progress, String task, LongSupplier total) {
        this.progress = progress;
        this.task = task;
        this.total = total;
    }

    @Override
    public void accept(long bytes) {
        if (begun) {
            progress.advance(bytes);
            return;
        }
        before += bytes;
        if (before >= WORTHWHILE) {
            begun = true;
            progress.begin(task, total.getAsLong(), Tally.BYTES);
            progress.advance(before);
        }
    }
}
