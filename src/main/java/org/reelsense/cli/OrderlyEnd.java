package org.reelsense.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reelsense.progress.Progress;

/**
 * Lets long work end in good order on Ctrl-C or SIGTERM: interrupts the thread that made this, waits while it writes a
 * checkpoint, and says what to type to go on. The exit code is Java's own, 130 after SIGINT and 143 after SIGTERM. A second
 * signal ends the process at once. Ends with {@link #close}; a signal after that is none of this work's.
 */
final class OrderlyEnd implements AutoCloseable {

    /** With what Java itself needs to start and end, this stays below ten. */
    private static final long SECONDS_TO_END = 8;

    private final Progress progress;
    private final String again;
    private final long secondsToEnd;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "reelsense-interrupted");

    /**
     * Begins to watch.
     *
     * @param progress of the work
     * @param again the command that goes on with it
     */
    OrderlyEnd(Progress progress, String again) {
        this(progress, again, SECONDS_TO_END);
    }

    OrderlyEnd(Progress progress, String again, long secondsToEnd) {
        this.progress = progress;
        this.again = again;
        this.secondsToEnd = secondsToEnd;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Where the work reports to. */
    Progress progress() {
        return progress;
    }

    private void end() {
        SecondSignal.endsAtOnce();
        worker.interrupt();
        boolean kept = awaitWorker();
        progress.end();
        progress.say("reelsense: interrupted; "
                + (kept ? "the work so far is kept" : "what the last checkpoint has is kept")
                + ". To go on: " + again);
    }

    private boolean awaitWorker() {
        try {
            return over.await(secondsToEnd, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            stay();
        }
    }

    /** What the command would still say is not true any more, and to exit is what it could do at best. */
    private static void stay() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
