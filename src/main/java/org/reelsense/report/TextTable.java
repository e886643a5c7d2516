package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.report.Table.Heading;

/**
 * Columns in line for a terminal, without trailing blanks; names and units of columns stand in two lines.
 *
 * @param ruled rows with a rule above
 * @param styled whether the best figures may be bold
 */
record TextTable(Table table, Set<Integer> ruled, boolean styled) {

    private static final String GAP = "  ";
    private static final String BOLD = "\033[1m";
    private static final String NORMAL = "\033[0m";

    String render() {
        List<String> names = table.headings().stream().map(Heading::name).toList();
        List<String> units = table.headings().stream().map(Heading::unit).toList();
        int[] widths = widths(
                Stream.concat(Stream.of(names, units), table.rows().stream()).toList());
        String rule = "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1));
        List<String> lines = new ArrayList<>(List.of(line(names, widths, Set.of()), line(units, widths, Set.of())));
        for (int row = 0; row < table.rows().size(); row++) {
            if (ruled.contains(row)) {
                lines.add(rule);
            }
            lines.add(line(table.rows().get(row), widths, styled ? best(row) : Set.of()));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static int[] widths(List<List<String>> lines) {
        return IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> width(line.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private Set<Integer> best(int row) {
        return IntStream.range(0, table.headings().size())
                .filter(column -> table.isBest(row, column))
                .boxed()
                .collect(Collectors.toSet());
    }

    private String line(List<String> cells, int[] widths, Set<Integer> bold) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String cell = cells.get(column);
                    String blanks = " ".repeat(widths[column] - width(cell));
                    String shown = bold.contains(column) ? BOLD + cell + NORMAL : cell;
                    return table.headings().get(column).figures() ? blanks + shown : shown + blanks;
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
