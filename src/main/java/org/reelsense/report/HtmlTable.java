package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reelsense.report.Table.Heading;

/** A table on the page, in a box of its own that scrolls, also by keyboard, where the window is too narrow. */
final class HtmlTable {

    /** More would make a page that opens slowly; {@code results.json} has them all. */
    static final int MOST_ROWS = 1_000;

    /** Longer ones may be broken anywhere. */
    private static final int LONG_NAME = 20;

    private HtmlTable() {}

    static Markup of(String name, Table whole) {
        Table table = whole.first(MOST_ROWS);
        Markup head = element(
                "thead",
                element(
                        "tr",
                        join(table.headings().stream().map(HtmlTable::heading).toList())));
        Markup body = element(
                "tbody",
                join(IntStream.range(0, table.rows().size())
                        .mapToObj(row -> row(table, row))
                        .toList()));
        Markup box = element(
                "div",
                Map.of("class", "scroll", "role", "region", "aria-label", name, "tabindex", "0"),
                element("table", head, body));
        return whole == table ? box : join(List.of(box, element("p", Map.of("class", "note"), text(cut(whole)))));
    }

    /** What is said below a table that was cut. */
    static String cut(Table whole) {
        return "The first " + Figures.count(MOST_ROWS) + " of "
                + Figures.count(whole.rows().size()) + " rows; results.json has them all.";
    }

    private static Markup heading(Heading heading) {
        Map<String, String> attributes =
                heading.figures() ? Map.of("scope", "col", "class", "figure") : Map.of("scope", "col");
        return heading.unit().isEmpty()
                ? element("th", attributes, text(heading.name()))
                : element(
                        "th",
                        attributes,
                        text(heading.name() + " "),
                        element("span", Map.of("class", "unit"), text(heading.unit())));
    }

    private static Markup row(Table table, int row) {
        return element(
                "tr",
                join(IntStream.range(0, table.headings().size())
                        .mapToObj(column -> cell(table, row, column))
                        .toList()));
    }

    private static Markup cell(Table table, int row, int column) {
        String words = table.rows().get(row).get(column);
        Markup content = table.isBest(row, column) ? element("b", words) : text(words);
        if (table.headings().get(column).figures()) {
            return element("td", Map.of("class", "figure"), content);
        }
        return words.length() > LONG_NAME ? element("td", Map.of("class", "long"), content) : element("td", content);
    }
}
