package org.reelsense.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Results that reach the output as whole lines, also when Ctrl-C ends the process. Ends with {@link #close}. */
final class WholeLines implements AutoCloseable {

    /** A reader that has stopped reading must not keep the process alive. */
    private static final int PATIENCE_SECONDS = 1;

    private final PrintStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private final Runnable notice;
    private final Thread hook = new Thread(this::interrupted, "reelsense-interrupted");

    /** @param notice what to do when the process is interrupted, after the last line */
    WholeLines(PrintStream out, Runnable notice) {
        this.out = out;
        this.notice = notice;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Writes at once: somebody may be waiting for it. */
    void write(byte[] lines) {
        writing.lock();
        try {
            out.write(lines, 0, lines.length);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Lets the lines under way pass and no more: the lock is kept, and Java ends with 130 after this. */
    private void interrupted() {
        try {
            writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        notice.run();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending already
        }
    }
}
