package org.reelsense.report;

/** {@code report.md} of a forecasting run: what the page says, without charts. */
final class ForecastMarkdown {

    static final String METHOD = "Method and known quirks";

    private ForecastMarkdown() {}

    static String render(ForecastContent content) {
        MarkdownPage page = new MarkdownPage(content.title(), content.lead(), content.signature());
        content.sections().forEach(page::section);
        page.heading(2, "What ran");
        page.facts(content.facts());
        page.heading(2, METHOD);
        page.list(content.method());
        return page.render();
    }
}
