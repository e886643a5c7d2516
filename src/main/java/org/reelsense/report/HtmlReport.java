package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Section.Sheet;

/** {@code report.html}: one file that loads nothing and runs nothing; its policy forbids a browser to do either. */
final class HtmlReport {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    /** A longer table of pairs is behind its title. */
    private static final int LONG = 15;

    private final Content content;
    private final RunRecord record;
    private final List<Misread> mistakes;
    /** Each part with its title, in order. */
    private final List<Part> parts = new ArrayList<>();

    private record Part(String id, String title, Markup inside) {}

    private HtmlReport(Content content, RunRecord record, List<Mistake> mistakes) {
        this.content = content;
        this.record = record;
        this.mistakes = Mistakes.shown(mistakes);
    }

    static String render(Content content, RunRecord record, List<Mistake> mistakes) {
        HtmlReport report = new HtmlReport(content, record, mistakes);
        Markup page = element("html", Map.of("lang", "en"), head(content), report.body());
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

    private Markup body() {
        add("results", "Results", results());
        if (!content.pairs().rows().isEmpty()) {
            add("pairs", "Pair by pair", pairs());
        }
        for (Section section : content.sections()) {
            // The mistakes belong to what the models are right and wrong on, before sizes, words and long tables.
            if (comesAfterMistakes(section)) {
                addMistakes();
            }
            add(section.id(), section.title(), section(section));
        }
        add("ran", "What ran", facts());
        add("method", "How it was measured", Prose.list(content.method()));
        return element(
                "body",
                element("header", element("h1", content.title()), lead(), contents()),
                element("main", join(parts.stream().map(HtmlReport::part).toList())));
    }

    private static boolean comesAfterMistakes(Section section) {
        return List.of(Section.SIZES, Section.WORDS, Section.SEEDS).contains(section.id());
    }

    private void add(String id, String title, Markup inside) {
        parts.add(new Part(id, title, inside));
    }

    private void addMistakes() {
        if (!mistakes.isEmpty() && parts.stream().noneMatch(part -> part.id().equals("mistakes"))) {
            add("mistakes", "The most confident mistakes", mistakes());
        }
    }

    private static Markup part(Part part) {
        return element("section", Map.of("id", part.id()), element("h2", part.title()), part.inside());
    }

    private Markup lead() {
        return element("div", Map.of("class", "lead"), Prose.paragraphs(content.lead()));
    }

    private Markup contents() {
        return element(
                "nav",
                Map.of("aria-label", "Contents"),
                join(parts.stream()
                        .map(part -> element("a", Map.of("href", "#" + part.id()), text(part.title())))
                        .toList()));
    }

    private Markup results() {
        return join(List.of(
                HtmlTable.of("Results", content.results()),
                signature(),
                Prose.notes(content.notes()),
                figures(Charts.results(record))));
    }

    private Markup pairs() {
        boolean folded = content.pairs().rows().size() > LONG;
        return join(List.of(
                Prose.list(content.comparisons()),
                sheet(new Sheet("Every pair that was compared", content.pairs(), folded))));
    }

    private Markup section(Section section) {
        return join(Stream.of(
                        Stream.of(Prose.list(section.sentences()), figures(figures(section.id()))),
                        section.sheets().stream().map(this::sheet),
                        Stream.of(Prose.notes(section.note().isEmpty() ? List.of() : List.of(section.note()))))
                .flatMap(parts -> parts)
                .toList());
    }

    private List<Figure> figures(String section) {
        return switch (section) {
            case Section.TRAINING -> Charts.training(record);
            case Section.SLICES -> Charts.slices(record);
            case Section.PROBABILITIES -> Charts.probabilities(record);
            case Section.SIZES -> Charts.sizes(record);
            case Section.WORDS -> Charts.words(record);
            default -> List.of();
        };
    }

    private static Markup figures(List<Figure> figures) {
        return figures.isEmpty()
                ? join(List.of())
                : element(
                        "div",
                        Map.of("class", "charts"),
                        join(figures.stream().map(HtmlReport::figure).toList()));
    }

    private static Markup figure(Figure figure) {
        Markup caption = figure.note().isEmpty()
                ? element("figcaption", figure.title())
                : element("figcaption", text(figure.title()), element("span", figure.note()));
        return element("figure", Map.of("id", "figure-" + figure.id()), caption, figure.svg());
    }

    private Markup sheet(Sheet sheet) {
        Markup table = join(List.of(HtmlTable.of(sheet.title(), sheet.table()), signature()));
        String rows = Figures.count(sheet.table().rows().size(), "row");
        return sheet.folded()
                ? element("details", element("summary", sheet.title() + " (" + rows + ")"), table)
                : join(List.of(element("h3", sheet.title()), table));
    }

    private Markup signature() {
        return element("p", Map.of("class", "signature"), text(content.signature()));
    }

    private Markup mistakes() {
        return join(List.of(
                Prose.list(Mistakes.sentences(mistakes)),
                MistakeMarkup.legend(),
                MistakeMarkup.reviews(mistakes),
                signature()));
    }

    private Markup facts() {
        return element(
                "dl",
                join(content.facts().entrySet().stream()
                        .flatMap(fact -> Stream.of(element("dt", fact.getKey()), element("dd", fact.getValue())))
                        .toList()));
    }
}
