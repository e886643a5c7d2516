package org.reelsense.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Sees to it that all results fit one output: a table has the columns of its first input. */
final class Layout {

    private final boolean table;
    private Optional<List<String>> first = Optional.empty();

    /** {@code table} or JSON Lines, where every object may have fields of its own. */
    Layout(boolean table) {
        this.table = table;
    }

    /** Why an entry fits not; empty if it does. */
    Optional<String> refusal(Entry entry) {
        if (entry instanceof Header header) {
            return table ? unlikeFirst(header.columns()) : repeated(header.columns());
        }
        return table && entry instanceof Review review
                ? unlikeFirst(review.row().columns())
                : Optional.empty();
    }

    private Optional<String> unlikeFirst(List<String> columns) {
        List<String> expected = first.orElse(columns);
        first = Optional.of(expected);
        return columns == expected || columns.equals(expected)
                ? Optional.empty()
                : Optional.of("has " + ColumnNames.list(columns) + " where what came first has "
                        + ColumnNames.list(expected) + "; score it on its own, or with --format jsonl");
    }

    private static Optional<String> repeated(List<String> columns) {
        return new HashSet<>(columns).size() == columns.size()
                ? Optional.empty()
                : Optional.of("has two columns of one name, which JSON cannot hold; choose --format csv");
    }
}
