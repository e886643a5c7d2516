package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * Accompanies a run that writes a folder: {@link #progress} also goes to the folder's log, and Ctrl-C says what is kept
 * and how to go on. Ends with {@link #close}; an interruption before that is one of the run.
 */
final class RunWatch implements AutoCloseable {

    private final LogProgress log;
    private final Thread notice;

    /**
     * Opens the log and begins to watch.
     *
     * @param again the command that goes on with the run
     * @throws DataException if the log cannot be written
     */
    RunWatch(Streams io, Path logFile, String again) throws DataException {
        log = new LogProgress(logFile, io.progress(), Instant::now);
        notice = new Thread(() -> interrupted(again), "reelsense-interrupted");
        Runtime.getRuntime().addShutdownHook(notice);
    }

    /** Where the run reports to. */
    Progress progress() {
        return log;
    }

    /** Java itself ends with 130 after SIGINT, once the hook has spoken. */
    private void interrupted(String again) {
        log.end();
        log.say("reelsense: interrupted; finished trials and epochs are kept. To go on: " + again);
    }

    @Override
    public void close() throws IOException {
        log.close();
        try {
            Runtime.getRuntime().removeShutdownHook(notice);
        } catch (IllegalStateException e) {
            // The process is ending and the notice is already on its way.
            return;
        }
    }
}
