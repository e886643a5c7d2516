package org.reelsense.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * How a task stands, in one line: its name, a bar, the share that is done, the rate and the time left; when it is over,
 * how long it took.
 */
record BarLine(String unit) implements ProgressBarRenderer {

    /** A shorter bar says nothing. */
    private static final int SHORTEST_BAR = 5;

    private static final int LONGEST_BAR = 20;

    @Override
    public String render(ProgressState state, int width) {
        Tally tally = new Tally(
                state.getTaskName(),
                state.isIndefinite() ? -1 : state.getMax(),
                unit,
                state.getCurrent(),
                state.getTotalElapsed());
        return padded(state.isAlive() ? running(tally, width) : tally.over(), width);
    }

    /** A line that covers the one before. */
    static String padded(String line, int width) {
        return line.length() > width ? line.substring(0, width) : line + " ".repeat(width - line.length());
    }

    /** Without a bar if there is too little room for one, or no total. */
    static String running(Tally tally, int width) {
        if (tally.total() <= 0) {
            return tally.underWay();
        }
        String figures = String.format(Locale.ROOT, "%3d %%%s", tally.percent(), tally.pace());
        int room = Math.min(LONGEST_BAR, width - tally.task().length() - figures.length() - " [] ".length());
        return room < SHORTEST_BAR
                ? tally.task() + " " + figures
                : tally.task() + " [" + bar(tally, room) + "] " + figures;
    }

    private static String bar(Tally tally, int room) {
        int full = (int) (tally.percent() * room / 100);
        return "=".repeat(full) + (full < room ? ">" + " ".repeat(room - full - 1) : "");
    }
}
