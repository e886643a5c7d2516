package org.reelsense.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A table whose first row names its columns; each further row is a review. Empty lines are left out. */
final class TableReader implements ReviewReader {

    private final String name;
    private final ByteWindow bytes;
    private final TableSyntax syntax;
    private final String column;
    private List<String> columns = List.of();
    private int textIndex;
    private long rows;
    private long lines;
    private boolean over;

    TableReader(String name, InputStream in, TableSyntax syntax, String column) {
        this.name = name;
        this.syntax = syntax;
        this.column = column;
        bytes = new ByteWindow(in, LONGEST_ROW);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (over) {
            return Optional.empty();
        }
        if (rows > 0) {
            return record().map(record -> record.values().isEmpty()
                    ? new Failure(record.place(), record.fault())
                    : review(record.place(), record.values()));
        }
        ByteOrderMark.drop(bytes);
        Entry header = record().map(this::header)
                .orElseGet(() -> new Failure(Place.of(name), "is empty; there is nothing to score"));
        over = header instanceof Failure;
        return Optional.of(header);
    }

    /** A row's values; none if there is a fault. */
    private record Record(Place place, List<String> values, String fault) {}

    /** The next row that is not empty. */
    private Optional<Record> record() throws IOException {
        while (bytes.at(0) != ByteWindow.END) {
            TableSyntax.Extent extent = syntax.extent(bytes);
            rows++;
            Place place = new Place(name, rows, lines + 1);
            lines += extent.lines();
            if (!extent.fault().isEmpty()) {
                bytes.dropLine();
                return Optional.of(new Record(place, List.of(), extent.fault()));
            }
            Utf8 row = bytes.text(extent.length());
            bytes.drop(extent.size());
            if (extent.length() > 0) {
                return Optional.of(record(place, row));
            }
        }
        return Optional.empty();
    }

    private Record record(Place place, Utf8 row) {
        try {
            return row.fault().isEmpty()
                    ? new Record(place, syntax.values(row.text()), "")
                    : new Record(place, List.of(), row.fault());
        } catch (IllegalArgumentException e) {
            return new Record(place, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private Entry header(Record record) {
        if (record.values().isEmpty()) {
            return new Failure(record.place(), record.fault() + "; without its first row the table cannot be read");
        }
        columns = record.values();
        textIndex = columns.indexOf(column);
        if (textIndex < 0) {
            return ColumnNames.missing(Place.of(name), "column", column, columns);
        }
        if (Collections.frequency(columns, column) > 1) {
            return new Failure(Place.of(name), "has two columns named " + column + "; rename one", true);
        }
        return new Header(columns);
    }

    private Entry review(Place place, List<String> values) {
        if (values.size() != columns.size()) {
            return new Failure(
                    place,
                    "the values are " + values.size() + " where the columns are " + columns.size()
                            + "; correct the row");
        }
        return Reviews.of(place, syntax.text(values.get(textIndex)), Row.of(columns, values));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
