package org.reelsense.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text for people: columns in line, nothing that steers a terminal. */
final class Aligned {

    private static final String GAP = "  ";

    private Aligned() {}

    /** Rows of equally many cells, each ending in a line feed; the first column to the left, the others to the right. */
    static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(c ->
                        rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths) + "\n").collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(left(row.get(0), widths[0]));
        for (int c = 1; c < widths.length; c++) {
            line.append(GAP).append(" ".repeat(widths[c] - row.get(c).length())).append(row.get(c));
        }
        return line.toString();
    }

    /** A line {@code name  value} for each, the values below each other. */
    static String fields(Map<String, String> fields) {
        int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
        return fields.entrySet().stream()
                .map(field -> left(field.getKey(), width) + GAP + printable(field.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** The text on one line, each control character a space. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(c -> line.append((char) c));
        return line.toString();
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
