package org.reelsense.scoring;

import java.util.List;
import java.util.Optional;

/**
 * A record as it was read, to be written again beside its prediction.
 *
 * @param columns names; one list for all rows of a table
 * @param values [columns]; of JSON, what is no string stands as JSON, and null as nothing
 * @param json the object as it stood, if it was JSON
 */
public record Row(List<String> columns, List<String> values, Optional<String> json) {

    /** @throws IllegalArgumentException if there is not a value for each column */
    public Row {
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException("values: received %d, allowed %d, one for each column; fill it up"
                    .formatted(values.size(), columns.size()));
        }
    }

    /** A row that was no JSON. */
    static Row of(List<String> columns, List<String> values) {
        return new Row(columns, values, Optional.empty());
    }

    /** The value of the first column of that name. */
    public Optional<String> value(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index));
    }
}
