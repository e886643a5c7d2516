package org.reelsense.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a task has come, in words.
 *
 * @param total negative if not known
 * @param unit of {@code total} and {@code done}; {@value #BYTES} are shown as megabytes
 */
record Tally(String task, long total, String unit, long done, Duration elapsed) {

    static final String BYTES = "bytes";

    private static final double MEGA = 1e6;
    private static final double SECOND = 1e9;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int SECONDS_AN_HOUR = 3600;

    /** "reading a.tar.gz (56.7 MB)" */
    String starting() {
        return total < 0 ? task : task + " (" + amount(total, unit) + ")";
    }

    /** "reading a.tar.gz: 23.1 MB of 56.7 MB (40 %), 17.2 MB/s, 2 s left" */
    String underWay() {
        String share = total <= 0 ? "" : " of " + amount(total, unit) + " (" + percent() + " %)";
        return task + ": " + amount(done, unit) + share + pace();
    }

    /** ", 17.2 MB/s, 2 s left", as far as it can be told. */
    String pace() {
        return rate() + (total <= 0 || done <= 0 || done >= total ? "" : ", " + time(secondsLeft()) + " left");
    }

    /** "reading a.tar.gz: 56.7 MB in 3 s, 17.2 MB/s" */
    String over() {
        return task + ": " + amount(done, unit) + " in " + time(seconds()) + rate();
    }

    /** "12,800 reviews", "56.7 MB" */
    static String amount(long count, String unit) {
        return unit.equals(BYTES)
                ? String.format(Locale.ROOT, "%,.1f MB", count / MEGA)
                : String.format(Locale.ROOT, "%,d %s", count, unit);
    }

    /** "0.4 s", "24 s", "3 min 20 s", "1 h 05 min" */
    static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < SECONDS_A_MINUTE) {
            return whole + " s";
        }
        return whole < SECONDS_AN_HOUR
                ? String.format(Locale.ROOT, "%d min %02d s", whole / SECONDS_A_MINUTE, whole % SECONDS_A_MINUTE)
                : String.format(
                        Locale.ROOT,
                        "%,d h %02d min",
                        whole / SECONDS_AN_HOUR,
                        whole % SECONDS_AN_HOUR / SECONDS_A_MINUTE);
    }

    /** Of a total that is known. */
    long percent() {
        return Math.min(100, (long) (100.0 * done / total));
    }

    private double seconds() {
        return elapsed.toNanos() / SECOND;
    }

    private double secondsLeft() {
        return seconds() * (total - done) / done;
    }

    /** Nothing while there is nothing to tell it from. */
    private String rate() {
        if (done <= 0 || elapsed.isZero()) {
            return "";
        }
        double rate = done / seconds();
        return unit.equals(BYTES)
                ? String.format(Locale.ROOT, ", %,.1f MB/s", rate / MEGA)
                : String.format(Locale.ROOT, rate < 10 ? ", %,.1f %s/s" : ", %,.0f %s/s", rate, unit);
    }
}
