package org.reelsense.scoring;

import java.util.List;

/**
 * Tab-separated values. There are no quotes: a tab, line feed or carriage return within a value is written {@code \t},
 * {@code \n} or {@code \r}, and another control character like <code>&#92;u001b</code>, so that a line is a
 * record and no terminal is steered; a backslash stays as it is.
 */
final class TsvLines implements TableLines {

    @Override
    public String line(List<String> values) {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            append(value, line);
            line.append('\t');
        }
        line.setCharAt(line.length() - 1, '\n');
        return line.toString();
    }

    private static void append(String value, StringBuilder line) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                line.append(escaped(c));
            } else {
                line.append(c);
            }
        }
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.format("\\u%04x", (int) c);
        };
    }

    /** Paths and lines come without, so that {@code cut} and {@code sort} work as they are. */
    @Override
    public boolean alwaysNamed() {
        return false;
    }
}
