package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.report.Table.Heading;

/**
 * Columns in line for a terminal, without trailing blanks.
 *
 * @param headings names and units stand in two lines
 * @param groups of rows, set apart by rules; each row is as long as {@code headings}
 */
record TextTable(List<Heading> headings, List<List<List<Cell>>> groups) {

    private static final String GAP = "  ";
    private static final String BOLD = "\033[1m";
    private static final String NORMAL = "\033[0m";

    /** @param best whether it stands out where that is possible */
    record Cell(String words, boolean best) {

        private int width() {
            return words.codePointCount(0, words.length());
        }

        private String shown(boolean styled) {
            return styled && best ? BOLD + words + NORMAL : words;
        }
    }

    /** @param styled whether the best may be bold */
    String render(boolean styled) {
        List<List<Cell>> head = List.of(
                headings.stream()
                        .map(heading -> new Cell(heading.name(), false))
                        .toList(),
                headings.stream()
                        .map(heading -> new Cell(heading.unit(), false))
                        .toList());
        List<List<List<Cell>>> parts = new ArrayList<>(List.of(head));
        parts.addAll(groups);
        int[] widths = widths(parts.stream().flatMap(List::stream).toList());
        String rule = "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1)) + "\n";
        return parts.stream()
                .map(rows -> rows.stream()
                        .map(row -> line(row, widths, styled) + "\n")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(rule));
    }

    private static int[] widths(List<List<Cell>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).width())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private String line(List<Cell> row, int[] widths, boolean styled) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    Cell cell = row.get(column);
                    String blanks = " ".repeat(widths[column] - cell.width());
                    return headings.get(column).figures() ? blanks + cell.shown(styled) : cell.shown(styled) + blanks;
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
