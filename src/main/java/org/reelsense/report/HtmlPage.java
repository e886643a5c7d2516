package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reelsense.report.Section.Sheet;

/**
 * A page of a report in parts, each with a title that the list of contents leads to: one file that loads nothing and runs
 * nothing; its policy forbids a browser to do either.
 */
final class HtmlPage {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final String title;
    private final List<String> lead;
    private final String signature;
    private final List<Part> parts = new ArrayList<>();

    private record Part(String id, String title, Markup inside) {}

    /**
     * Without parts as yet.
     *
     * @param lead sentences that say it all
     * @param signature what the scores depend on, to stand below each table
     */
    HtmlPage(String title, List<String> lead, String signature) {
        this.title = title;
        this.lead = lead;
        this.signature = signature;
    }

    /** @param id no other part has it */
    void add(String id, String title, Markup inside) {
        parts.add(new Part(id, title, inside));
    }

    boolean has(String id) {
        return parts.stream().anyMatch(part -> part.id().equals(id));
    }

    String render() {
        Markup page = element("html", Map.of("lang", "en"), head(), body());
        return "<!DOCTYPE html>\n" + page.source() + "\n";
    }

    private Markup head() {
        return element(
                "head",
                element("meta", Map.of("charset", "utf-8")),
                element("meta", Map.of("http-equiv", "Content-Security-Policy", "content", POLICY)),
                element("meta", Map.of("name", "viewport", "content", "width=device-width, initial-scale=1")),
                element("title", title),
                element("style", new Markup(Style.CSS + ChartStyle.CSS)));
    }

    private Markup body() {
        Markup sentences = element("div", Map.of("class", "lead"), Prose.paragraphs(lead));
        return element(
                "body",
                element("header", element("h1", title), sentences, contents()),
                element("main", join(parts.stream().map(HtmlPage::part).toList())));
    }

    private static Markup part(Part part) {
        return element("section", Map.of("id", part.id()), element("h2", part.title()), part.inside());
    }

    private Markup contents() {
        return element(
                "nav",
                Map.of("aria-label", "Contents"),
                join(parts.stream()
                        .map(part -> element("a", Map.of("href", "#" + part.id()), text(part.title())))
                        .toList()));
    }

    /** What a section says, then its figures, then its tables. */
    Markup section(Section section, List<Figure> figures) {
        return join(Stream.of(
                        Stream.of(Prose.list(section.sentences()), figures(figures)),
                        section.sheets().stream().map(this::sheet),
                        Stream.of(note(section)))
                .flatMap(parts -> parts)
                .toList());
    }

    static Markup note(Section section) {
        return Prose.notes(section.note().isEmpty() ? List.of() : List.of(section.note()));
    }

    static Markup figures(List<Figure> figures) {
        return figures.isEmpty()
                ? join(List.of())
                : element(
                        "div",
                        Map.of("class", "charts"),
                        join(figures.stream().map(HtmlPage::figure).toList()));
    }

    private static Markup figure(Figure figure) {
        Markup caption = figure.note().isEmpty()
                ? element("figcaption", figure.title())
                : element("figcaption", text(figure.title()), element("span", figure.note()));
        return element("figure", Map.of("id", "figure-" + figure.id()), caption, figure.svg());
    }

    Markup sheet(Sheet sheet) {
        Markup table = table(sheet.title(), sheet.table());
        String rows = Figures.count(sheet.table().rows().size(), "row");
        return sheet.folded()
                ? element("details", element("summary", sheet.title() + " (" + rows + ")"), table)
                : join(List.of(element("h3", sheet.title()), table));
    }

    /** No score without what it depends on. */
    Markup table(String name, Table table) {
        return join(List.of(HtmlTable.of(name, table), signature()));
    }

    Markup signature() {
        return element("p", Map.of("class", "signature"), text(signature));
    }

    static Markup facts(Map<String, String> facts) {
        return element(
                "dl",
                join(facts.entrySet().stream()
                        .flatMap(fact -> Stream.of(element("dt", fact.getKey()), element("dd", fact.getValue())))
                        .toList()));
    }
}
