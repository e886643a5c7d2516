package org.reelsense.report;

import java.util.List;
import java.util.function.Function;

/**
 * Headings and cells, as yet without a format.
 *
 * @param rows each as long as {@code headings}
 */
record Table(List<Heading> headings, List<List<String>> rows) {

    /**
     * The head of a column.
     *
     * @param unit empty if there is none
     * @param figures whether the column holds numbers, which stand flush right
     */
    record Heading(String name, String unit, boolean figures) {}

    /** A heading, and what stands under it for a {@code T}. */
    record Column<T>(Heading heading, Function<T, String> cell) {

        static <T> Column<T> words(String name, Function<T, String> cell) {
            return new Column<>(new Heading(name, "", false), cell);
        }

        static <T> Column<T> figures(String name, String unit, Function<T, String> cell) {
            return new Column<>(new Heading(name, unit, true), cell);
        }
    }

    Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A row for each item. */
    static <T> Table of(List<Column<T>> columns, List<T> items) {
        return new Table(
                columns.stream().map(Column::heading).toList(),
                items.stream().map(item -> row(columns, item)).toList());
    }

    private static <T> List<String> row(List<Column<T>> columns, T item) {
        return columns.stream().map(column -> column.cell().apply(item)).toList();
    }
}
