package org.reelsense.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Headings and cells, as yet without a format.
 *
 * @param rows each as long as {@code headings}
 * @param best the cells that hold the best figure of their column, all of them if several are written alike
 */
record Table(List<Heading> headings, List<List<String>> rows, Set<Place> best) {

    /**
     * The head of a column.
     *
     * @param unit empty if there is none
     * @param figures whether the column holds numbers, which stand flush right
     */
    record Heading(String name, String unit, boolean figures) {}

    /** A cell, both counted from 0. */
    record Place(int row, int column) {}

    /**
     * A heading, and what stands under it for a {@code T}.
     *
     * @param merit what makes a figure good, more is better; absent if the column has no best one
     */
    record Column<T>(
            Heading heading,
            Function<T, String> cell,
            @Nullable ToDoubleFunction<T> merit) {

        static <T> Column<T> words(String name, Function<T, String> cell) {
            return new Column<>(new Heading(name, "", false), cell, null);
        }

        static <T> Column<T> figures(String name, String unit, Function<T, String> cell) {
            return new Column<>(new Heading(name, unit, true), cell, null);
        }

        /** Of which the best is marked. */
        static <T> Column<T> figures(String name, String unit, Function<T, String> cell, ToDoubleFunction<T> merit) {
            return new Column<>(new Heading(name, unit, true), cell, merit);
        }
    }

    Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        best = Set.copyOf(best);
    }

    /** A row for each item. */
    static <T> Table of(List<Column<T>> columns, List<T> items) {
        List<List<String>> rows = items.stream().map(item -> row(columns, item)).toList();
        Set<Place> best = new HashSet<>();
        for (int column = 0; column < columns.size(); column++) {
            best.addAll(best(column, columns.get(column).merit(), items, rows));
        }
        return new Table(columns.stream().map(Column::heading).toList(), rows, best);
    }

    private static <T> List<String> row(List<Column<T>> columns, T item) {
        return columns.stream().map(column -> column.cell().apply(item)).toList();
    }

    private static <T> List<Place> best(
            int column, @Nullable ToDoubleFunction<T> merit, List<T> items, List<List<String>> rows) {
        if (merit == null) {
            return List.of();
        }
        return Best.of(
                        IntStream.range(0, items.size()).boxed().toList(),
                        row -> merit.applyAsDouble(items.get(row)),
                        row -> figure(rows.get(row).get(column)))
                .stream()
                .map(row -> new Place(row, column))
                .toList();
    }

    /** Without its spread, which makes no figure better. */
    private static String figure(String cell) {
        return cell.split(Spread.SIGN, 2)[0];
    }

    boolean isBest(int row, int column) {
        return best.contains(new Place(row, column));
    }

    /** The first rows only, or all if they are not more. */
    Table first(int most) {
        return rows.size() <= most
                ? this
                : new Table(
                        headings,
                        rows.subList(0, most),
                        Set.copyOf(best.stream()
                                .filter(place -> place.row() < most)
                                .toList()));
    }
}
