package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.report.Section.Sheet;
import org.reelsense.report.Table.Heading;

/** A report in GitHub's Markdown, from top to bottom. */
final class MarkdownPage {

    /** What could begin markup inside a line. Square brackets are seen to apart: intervals stand in them. */
    private static final String SPECIAL = "\\`*_<>|~&$#";

    private final StringBuilder page = new StringBuilder();
    private final String signature;

    /**
     * With title and lead.
     *
     * @param signature what the scores depend on, to stand below each table
     */
    MarkdownPage(String title, List<String> lead, String signature) {
        this.signature = signature;
        page.append("# ").append(escape(title)).append('\n');
        lead.forEach(this::paragraph);
    }

    String render() {
        return page.toString();
    }

    void section(Section section) {
        heading(2, section.title());
        list(section.sentences());
        section.sheets().forEach(this::sheet);
        if (!section.note().isEmpty()) {
            paragraph(section.note());
        }
    }

    /** A list of names and values. */
    void facts(Map<String, String> facts) {
        list(facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .toList());
    }

    void heading(int level, String words) {
        page.append('\n')
                .append("#".repeat(level))
                .append(' ')
                .append(escape(words))
                .append('\n');
    }

    void paragraph(String words) {
        page.append('\n').append(escape(words)).append('\n');
    }

    void list(List<String> sentences) {
        if (!sentences.isEmpty()) {
            page.append('\n');
            sentences.forEach(
                    sentence -> page.append("- ").append(escape(sentence)).append('\n'));
        }
    }

    void sheet(Sheet sheet) {
        heading(3, sheet.title());
        scores(sheet.table());
    }

    /** No score without what it depends on. */
    void scores(Table whole) {
        Table table = whole.first(HtmlTable.MOST_ROWS);
        page.append('\n').append(table(table));
        if (table != whole) {
            paragraph(HtmlTable.cut(whole));
        }
        page.append('\n').append(code(signature)).append('\n');
    }

    private static String table(Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.headings().stream().map(MarkdownPage::heading).toList());
        for (int row = 0; row < table.rows().size(); row++) {
            lines.add(cells(table, row));
        }
        int[] widths = IntStream.range(0, table.headings().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> width(line.get(column)))
                        .max()
                        .orElse(0))
                .map(width -> Math.max(width, 4))
                .toArray();
        List<String> rows = new ArrayList<>(
                lines.stream().map(line -> row(line, table.headings(), widths)).toList());
        rows.add(1, rule(table.headings(), widths));
        return String.join("", rows);
    }

    private static String heading(Heading heading) {
        return escape(heading.unit().isEmpty() ? heading.name() : heading.name() + ", " + heading.unit());
    }

    private static List<String> cells(Table table, int row) {
        List<String> cells = table.rows().get(row);
        return IntStream.range(0, cells.size())
                .mapToObj(column ->
                        table.isBest(row, column) ? "**" + escape(cells.get(column)) + "**" : escape(cells.get(column)))
                .toList();
    }

    /** Padded, so that the table can be read as it stands. */
    private static String row(List<String> cells, List<Heading> headings, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String blanks = " ".repeat(widths[column] - width(cells.get(column)));
                    return headings.get(column).figures() ? blanks + cells.get(column) : cells.get(column) + blanks;
                })
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule(List<Heading> headings, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> headings.get(column).figures()
                        ? "-".repeat(widths[column] - 1) + ":"
                        : ":" + "-".repeat(widths[column] - 1))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** So that GitHub shows the words as they are: no markup, no link, no cell boundary. */
    static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 8);
        for (int i = 0; i < words.length(); i++) {
            if (SPECIAL.indexOf(words.charAt(i)) >= 0 || closesLink(words, i)) {
                escaped.append('\\');
            }
            escaped.append(words.charAt(i));
        }
        return escaped.toString();
    }

    /** A bracket makes a link only together with what follows its end. */
    private static boolean closesLink(String words, int at) {
        return words.charAt(at) == ']' && at + 1 < words.length() && "([:".indexOf(words.charAt(at + 1)) >= 0;
    }

    /** A code span; its fence is longer than any run of backticks inside (CommonMark 0.31, 6.1). */
    static String code(String words) {
        int run = 0;
        int longest = 0;
        for (int i = 0; i < words.length(); i++) {
            run = words.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String space = longest == 0 ? "" : " ";
        return fence + space + words + space + fence;
    }
}
