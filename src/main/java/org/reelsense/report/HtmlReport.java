package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Table.Heading;

/** {@code report.html}: one file that loads nothing and runs nothing; its policy forbids a browser to do either. */
final class HtmlReport {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private HtmlReport() {}

    static String render(Content content, RunRecord record) {
        Markup page = element("html", Map.of("lang", "en"), head(content), body(content, record));
        return "<!DOCTYPE html>\n" + page.source() + "\n";
    }

    private static Markup head(Content content) {
        return element(
                "head",
                element("meta", Map.of("charset", "utf-8")),
                element("meta", Map.of("http-equiv", "Content-Security-Policy", "content", POLICY)),
                element("meta", Map.of("name", "viewport", "content", "width=device-width, initial-scale=1")),
                element("title", content.title()),
                element("style", new Markup(Style.CSS + ChartStyle.CSS)));
    }

    private static Markup body(Content content, RunRecord record) {
        List<Markup> parts = new ArrayList<>();
        parts.add(element("h1", content.title()));
        parts.add(element("h2", "Results"));
        parts.add(table("Results", content.results()));
        parts.add(element("p", Map.of("class", "signature"), text(content.signature())));
        if (!content.comparisons().isEmpty()) {
            parts.add(element("h2", "Comparisons"));
            parts.add(list(content.comparisons()));
        }
        parts.add(element("div", Map.of("class", "charts"), charts(record)));
        if (!content.words().isEmpty()) {
            parts.add(element("h2", "Word vectors"));
            parts.add(list(content.words()));
        }
        parts.add(element("h2", "What ran"));
        parts.add(facts(content.facts()));
        parts.add(element("h2", "Models"));
        parts.add(table("Models", content.details()));
        if (!content.epochs().rows().isEmpty()) {
            parts.add(element("h2", "Epochs"));
            parts.add(table("Epochs", content.epochs()));
        }
        parts.add(element("h2", "How it was measured"));
        parts.add(list(content.method()));
        return element("body", element("main", join(parts)));
    }

    private static Markup charts(RunRecord record) {
        return join(Stream.<Function<RunRecord, List<Figure>>>of(
                        Charts::results,
                        Charts::training,
                        Charts::slices,
                        Charts::probabilities,
                        Charts::sizes,
                        Charts::words)
                .flatMap(section -> section.apply(record).stream())
                .map(figure -> figure(figure.title(), figure.note(), figure.svg()))
                .toList());
    }

    private static Markup figure(String title, String note, Markup chart) {
        return element("figure", element("figcaption", text(title), element("span", note)), chart);
    }

    private static Markup facts(Map<String, String> facts) {
        return element(
                "dl",
                join(facts.entrySet().stream()
                        .flatMap(fact -> Stream.of(element("dt", fact.getKey()), element("dd", fact.getValue())))
                        .toList()));
    }

    private static Markup list(List<String> sentences) {
        return element(
                "ul",
                join(sentences.stream().map(sentence -> element("li", sentence)).toList()));
    }

    /** In a box of its own that scrolls, also by keyboard, where the window is too narrow. */
    private static Markup table(String name, Table table) {
        Markup head = element(
                "thead",
                element(
                        "tr",
                        join(table.headings().stream().map(HtmlReport::heading).toList())));
        Markup body = element(
                "tbody",
                join(table.rows().stream()
                        .map(cells -> row(table.headings(), cells))
                        .toList()));
        return element(
                "div",
                Map.of("class", "scroll", "role", "region", "aria-label", name, "tabindex", "0"),
                element("table", head, body));
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

    private static Markup row(List<Heading> headings, List<String> cells) {
        return element(
                "tr",
                join(IntStream.range(0, cells.size())
                        .mapToObj(i -> cell(headings.get(i), cells.get(i)))
                        .toList()));
    }

    private static Markup cell(Heading heading, String words) {
        return heading.figures() ? element("td", Map.of("class", "figure"), text(words)) : element("td", words);
    }
}
