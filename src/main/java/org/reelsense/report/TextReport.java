package org.reelsense.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.report.Table.Heading;

/** The result table, the comparisons and the signature for a terminal; no colours, no trailing blanks. */
final class TextReport {

    private static final String GAP = "  ";

    private TextReport() {}

    static String render(Content content) {
        StringBuilder text = new StringBuilder(table(content.results()));
        if (!content.comparisons().isEmpty()) {
            text.append('\n');
            content.comparisons().forEach(sentence -> text.append(sentence).append('\n'));
        }
        return text.append('\n').append(content.signature()).append('\n').toString();
    }

    private static String table(Table table) {
        List<String> names = table.headings().stream().map(Heading::name).toList();
        List<String> units = table.headings().stream().map(Heading::unit).toList();
        List<List<String>> lines =
                Stream.concat(Stream.of(names, units), table.rows().stream()).toList();
        int[] widths = IntStream.range(0, names.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> width(line.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        String rule = "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1));
        List<String> padded =
                lines.stream().map(line -> line(line, table.headings(), widths)).toList();
        return Stream.of(padded.subList(0, 2), List.of(rule), padded.subList(2, padded.size()))
                .flatMap(List::stream)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells, List<Heading> headings, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String blanks = " ".repeat(widths[column] - width(cells.get(column)));
                    return headings.get(column).figures() ? blanks + cells.get(column) : cells.get(column) + blanks;
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
