package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * Accompanies a run that writes a folder: {@link #progress} also goes to the folder's log, and a run that is interrupted
 * ends in good order.
 */
final class RunWatch implements AutoCloseable {

    private final LogProgress log;
    private final OrderlyEnd end;

    /**
     * Opens the log and begins to watch.
     *
     * @param again the command that goes on with the run
     * @throws DataException if the log cannot be written
     */
    RunWatch(Streams io, Path logFile, String again) throws DataException {
        log = new LogProgress(logFile, io.progress(), Instant::now);
        end = new OrderlyEnd(log, again);
    }

    /** Where the run reports to. */
    Progress progress() {
        return end.progress();
    }

    @Override
    public void close() throws IOException {
        end.close();
        log.close();
    }
}
