package org.reelsense.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.reelsense.progress.Progress;

/**
 * Progress as plain lines, for logs and pipes: one at the start of a task, one at its end, and between them one when both
 * five seconds and a tenth of the work have passed since the last, or a minute. Of work without a known end there are no
 * tenths.
 */
final class LineProgress implements Progress {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TENTHS = 10;

    private final PrintStream err;
    private final LongSupplier nanos;

    private boolean running;
    private String task = "";
    private String unit = "";
    private long total;
    private long started;
    private long done;
    private long doneAtLine;
    private long nanosAtLine;

    /** @param nanos a clock, such as {@link System#nanoTime} */
    LineProgress(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin(String task, long total, String unit) {
        this.task = task;
        this.total = total;
        this.unit = unit;
        running = true;
        started = nanos.getAsLong();
        done = 0;
        line(tally().starting());
    }

    @Override
    public synchronized void advance(long units) {
        done += units;
        Duration since = Duration.ofNanos(nanos.getAsLong() - nanosAtLine);
        boolean muchDone = total > 0 && (done - doneAtLine) * TENTHS >= total;
        if (running && since.compareTo(muchDone ? SHORTEST : LONGEST) >= 0) {
            line(tally().underWay());
        }
    }

    @Override
    public synchronized void say(String line) {
        err.println(Aligned.printable(line));
    }

    @Override
    public synchronized void end() {
        if (running) {
            line(tally().over());
            running = false;
        }
    }

    private void line(String text) {
        say(text);
        doneAtLine = done;
        nanosAtLine = nanos.getAsLong();
    }

    private Tally tally() {
        return new Tally(task, total, unit, done, Duration.ofNanos(nanos.getAsLong() - started));
    }
}
