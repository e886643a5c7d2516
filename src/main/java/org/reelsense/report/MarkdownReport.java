package org.reelsense.report;

import java.util.List;
import java.util.stream.Collectors;
import org.reelsense.report.Table.Heading;

/** {@code report.md}, in GitHub's Markdown. */
final class MarkdownReport {

    /** What could begin markup inside a line. Square brackets are seen to apart: intervals stand in them. */
    private static final String SPECIAL = "\\`*_<>|~&$#";

    private MarkdownReport() {}

    static String render(Content content) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(escape(content.title())).append("\n\n");
        page.append("## Results\n\n").append(table(content.results()));
        page.append('\n').append(code(content.signature())).append('\n');
        if (!content.comparisons().isEmpty()) {
            page.append("\n## Comparisons\n\n").append(list(content.comparisons()));
        }
        if (!content.words().isEmpty()) {
            page.append("\n## Word vectors\n\n").append(list(content.words()));
        }
        page.append("\n## What ran\n\n");
        content.facts()
                .forEach((name, value) -> page.append("- ")
                        .append(name)
                        .append(": ")
                        .append(escape(value))
                        .append('\n'));
        page.append("\n## Models\n\n").append(table(content.details()));
        if (!content.epochs().rows().isEmpty()) {
            page.append("\n## Epochs\n\n").append(table(content.epochs()));
        }
        return page.append("\n## How it was measured\n\n")
                .append(list(content.method()))
                .toString();
    }

    private static String list(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "- " + escape(sentence) + "\n")
                .collect(Collectors.joining());
    }

    private static String table(Table table) {
        String names =
                row(table.headings().stream().map(MarkdownReport::heading).toList());
        String rule = row(table.headings().stream()
                .map(heading -> heading.figures() ? "---:" : ":---")
                .toList());
        return names
                + rule
                + table.rows().stream()
                        .map(cells ->
                                row(cells.stream().map(MarkdownReport::escape).toList()))
                        .collect(Collectors.joining());
    }

    private static String heading(Heading heading) {
        return escape(heading.unit().isEmpty() ? heading.name() : heading.name() + ", " + heading.unit());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
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
