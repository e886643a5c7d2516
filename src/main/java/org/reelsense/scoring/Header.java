package org.reelsense.scoring;

import java.util.List;

/** The names of a table's columns, in order; two may be the same. Comes before its reviews. */
public record Header(List<String> columns) implements Entry {

    public Header {
        columns = List.copyOf(columns);
    }
}
