package org.reelsense.progress;

/**
 * Where long work says how far it has come. Whoever starts the work hands one in; only {@code cli} turns it into a bar
 * or into lines, so that no other package prints.
 *
 * <p>One task runs at a time: {@link #begin}, any number of {@link #advance} and {@link #say}, {@link #end}.
 * Implementations may be called from worker threads and are thread-safe.
 */
public interface Progress {

    /** Starts a task of {@code total} units (reviews, bytes, words); a negative total means "not known". */
    void begin(String task, long total, String unit);

    /** {@code units} more are done. */
    void advance(long units);

    /** One line worth reading later, such as the scores of a finished epoch. */
    void say(String line);

    /** The task is over, done or not. */
    void end();

    /** Reports to nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String task, long total, String unit) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String line) {}

        @Override
        public void end() {}
    };
}
