package org.reelsense.report;

import static org.reelsense.report.Markup.join;

import java.util.List;
import java.util.stream.Stream;

/** {@code report.html} of a forecasting run, as an {@link HtmlPage}. */
final class ForecastHtml {

    private ForecastHtml() {}

    static String render(ForecastContent content, ForecastCharts charts) {
        HtmlPage page = new HtmlPage(content.title(), content.lead(), content.signature());
        for (Section section : content.sections()) {
            List<Figure> figures = charts.of(section.id());
            boolean results = section.id().startsWith(HorizonSection.ID);
            page.add(
                    section.id(),
                    section.title(),
                    results ? results(page, section, figures) : page.section(section, figures));
        }
        page.add("ran", "What ran", HtmlPage.facts(content.facts()));
        page.add("method", ForecastMarkdown.METHOD, Prose.list(content.method()));
        return page.render();
    }

    /** The first table is what the reader came for. */
    private static Markup results(HtmlPage page, Section section, List<Figure> figures) {
        Section.Sheet first = section.sheets().get(0);
        return join(Stream.of(
                        Stream.of(
                                page.table(first.title(), first.table()),
                                HtmlPage.note(section),
                                Prose.list(section.sentences()),
                                HtmlPage.figures(figures)),
                        section.sheets().stream().skip(1).map(page::sheet))
                .flatMap(parts -> parts)
                .toList());
    }
}
