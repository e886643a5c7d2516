package org.reelsense.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Table.Heading;

/** The result table, the comparisons and the signature for a terminal; no trailing blanks. */
final class TextReport {

    /** The table is as wide if names are not long. */
    private static final int WIDTH = 100;

    private static final String INDENT = "  ";

    private TextReport() {}

    /** @param styled whether the best figures may be bold */
    static String render(RunRecord record, boolean styled) {
        Content content = Content.of(record);
        StringBuilder text = new StringBuilder(table(TextRow.of(record), record.summaries() != null, styled));
        if (!content.comparisons().isEmpty()) {
            text.append('\n');
            content.comparisons()
                    .forEach(sentence -> text.append(wrapped(sentence)).append('\n'));
        }
        return text.append('\n').append(content.signature()).append('\n').toString();
    }

    private static String table(List<TextRow> rows, boolean overSeeds, boolean styled) {
        List<TextColumn> columns = TextColumn.all(rows, overSeeds);
        List<Heading> headings = columns.stream().map(TextColumn::heading).toList();
        List<List<List<TextTable.Cell>>> groups = byKind(rows).stream()
                .map(group -> group.stream()
                        .map(row -> columns.stream()
                                .map(column -> column.cell(row, rows))
                                .toList())
                        .toList())
                .toList();
        return new TextTable(headings, groups).render(styled);
    }

    /** Kinds stand as their first rows do. */
    private static Collection<List<TextRow>> byKind(List<TextRow> rows) {
        Map<String, List<TextRow>> groups =
                rows.stream().collect(Collectors.groupingBy(TextRow::kind, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    /** Lines of {@value #WIDTH} characters at most unless a word is longer; all but the first are indented. */
    static String wrapped(String sentence) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : sentence.split(" ")) {
            int width = word.codePointCount(0, word.length());
            if (column > 0 && column + 1 + width > WIDTH) {
                lines.append('\n').append(INDENT);
                column = INDENT.length();
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += width;
        }
        return lines.toString();
    }
}
