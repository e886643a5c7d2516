package org.reelsense.cli;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.reelsense.progress.Progress;

/**
 * Progress as a bar on a terminal, with rate and time left; lines that are said stand above it.
 *
 * <p>The bar is drawn by the library's own thread. {@code screen} guards the terminal's last line and nothing else: the
 * library waits for its thread when a bar is closed, so closing while holding it would never end.
 */
final class BarProgress implements Progress {

    private static final int WIDTH = 79;
    private static final int TASK_WIDTH = 30;
    private static final int REFRESH_MILLIS = 250;
    private static final String CLEAR = "\r" + " ".repeat(WIDTH) + "\r";

    private final PrintStream err;
    private final Object screen = new Object();
    private String drawn = "";
    private volatile Optional<ProgressBar> bar = Optional.empty();

    BarProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void begin(String task, long total, String unit) {
        end();
        bar = Optional.of(ProgressBar.builder()
                .setTaskName(shortened(Aligned.printable(task)))
                .setInitialMax(total)
                .setRenderer(new BarLine(unit))
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build());
    }

    @Override
    public void advance(long units) {
        bar.ifPresent(running -> running.stepBy(units));
    }

    @Override
    public void say(String line) {
        synchronized (screen) {
            err.print((drawn.isEmpty() ? "" : CLEAR) + Aligned.printable(line) + System.lineSeparator() + drawn);
            err.flush();
        }
    }

    @Override
    public void end() {
        Optional<ProgressBar> running = bar;
        bar = Optional.empty();
        running.ifPresent(ProgressBar::close);
        synchronized (screen) {
            if (!drawn.isEmpty()) {
                err.println();
                drawn = "";
            }
        }
    }

    private void draw(String rendered) {
        synchronized (screen) {
            drawn = "\r" + rendered;
            err.print(drawn);
            err.flush();
        }
    }

    /** The end of a long name tells more than its start: the file of a path, the name of an address. */
    private static String shortened(String task) {
        return task.length() <= TASK_WIDTH ? task : "..." + task.substring(task.length() - TASK_WIDTH + 3);
    }
}
