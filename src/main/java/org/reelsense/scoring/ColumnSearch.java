package org.reelsense.scoring;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;

/**
 * Tells records that lack the column from a column that was asked for by the wrong name. Records without it are held back
 * until the first review: then each is a failure of its own. If none comes, among so many or to the end, one failure
 * speaks for all, and the rest is not read.
 */
final class ColumnSearch implements ReviewReader {

    /** Entries held back at most. */
    static final int LOOK_AHEAD = 1_000;

    private final ReviewReader reader;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private boolean found;
    private boolean over;

    /** @param reader whose failures of usage are records without the column */
    ColumnSearch(ReviewReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (waiting.isEmpty() && !over) {
            boolean lacking = take();
            while (lacking && !found && !over && waiting.size() < LOOK_AHEAD) {
                take();
            }
            if (lacking) {
                settle();
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    /** Reads an entry; whether it is a record without the column. */
    private boolean take() throws IOException {
        Optional<Entry> entry = reader.next();
        entry.ifPresent(waiting::add);
        over = entry.isEmpty();
        found |= entry.filter(Review.class::isInstance).isPresent();
        return entry.filter(ColumnSearch::isLacking).isPresent();
    }

    private static boolean isLacking(Entry entry) {
        return entry instanceof Failure failure && failure.usage();
    }

    private void settle() {
        List<Entry> held = List.copyOf(waiting);
        String note = over
                ? ""
                : String.format(Locale.ROOT, " (no review in %,d lines, so the rest is not read)", held.size());
        boolean told = false;
        over |= !found;
        waiting.clear();
        for (Entry entry : held) {
            if (!(entry instanceof Failure failure) || !failure.usage()) {
                waiting.add(entry);
            } else if (found) {
                waiting.add(new Failure(failure.place(), failure.reason()));
            } else if (!told) {
                waiting.add(new Failure(failure.place(), failure.reason() + note, true));
                told = true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
