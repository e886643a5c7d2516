package org.reelsense.scoring;

import java.util.List;
import java.util.stream.Collectors;

/** Names of columns in messages. */
final class ColumnNames {

    private static final int MOST = 20;
    private static final int LONGEST = 40;

    private ColumnNames() {}

    /** For a column, or a {@code kind} of it, that was asked for and is not there. */
    static Failure missing(Place place, String kind, String column, List<String> columns) {
        return new Failure(
                place,
                "has no " + kind + " '" + column + "', only " + list(columns) + "; name one of them with --column",
                true);
    }

    /** "'a', 'b' and 3 more" */
    static String list(List<String> columns) {
        String names = columns.stream().limit(MOST).map(ColumnNames::quoted).collect(Collectors.joining(", "));
        return columns.size() > MOST ? names + " and " + (columns.size() - MOST) + " more" : names;
    }

    private static String quoted(String name) {
        return "'" + (name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name) + "'";
    }
}
