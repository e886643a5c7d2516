package org.reelsense.scoring;

import java.util.List;

/** Columns of reviews that come from no table: they say where each stands, and need no header. */
final class PlaceColumns {

    static final List<String> PATH = List.of("path");
    static final List<String> LINE = List.of("line");
    static final List<String> PATH_AND_LINE = List.of("path", "line");

    private PlaceColumns() {}

    /** Whether these are such columns; a table may have columns of the same names. */
    static boolean are(List<String> columns) {
        return columns == PATH || columns == LINE || columns == PATH_AND_LINE;
    }

    /** Whether the last of the columns holds numbers. */
    static boolean endInNumber(List<String> columns) {
        return columns == LINE || columns == PATH_AND_LINE;
    }
}
