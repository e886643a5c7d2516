package org.reelsense.report;

import java.util.List;
import org.reelsense.experiment.Mistake;
import org.reelsense.report.Section.Sheet;

/**
 * {@code report.md}, in GitHub's Markdown: what the page says, without charts and without the texts of reviews, so that
 * it may be published.
 */
final class MarkdownReport {

    private final MarkdownPage page;
    private final Content content;

    private MarkdownReport(Content content) {
        this.content = content;
        this.page = new MarkdownPage(content.title(), content.lead(), content.signature());
    }

    static String render(Content content, List<Mistake> mistakes) {
        MarkdownReport report = new MarkdownReport(content);
        report.results();
        report.pairs();
        content.sections().forEach(report.page::section);
        report.mistakes(Mistakes.shown(mistakes));
        report.page.heading(2, "What ran");
        report.page.facts(content.facts());
        report.page.heading(2, "How it was measured");
        report.page.list(content.method());
        return report.page.render();
    }

    private void results() {
        page.heading(2, "Results");
        page.scores(content.results());
        content.notes().forEach(page::paragraph);
    }

    private void pairs() {
        if (content.pairs().rows().isEmpty()) {
            return;
        }
        page.heading(2, "Pair by pair");
        page.list(content.comparisons());
        page.sheet(Sheet.open("Every pair that was compared", content.pairs()));
    }

    private void mistakes(List<Misread> mistakes) {
        if (mistakes.isEmpty()) {
            return;
        }
        page.heading(2, "The most confident mistakes");
        page.list(Mistakes.sentences(mistakes));
        page.scores(Mistakes.table(mistakes));
        page.paragraph("report.html shows the reviews; they belong to their authors and are not published.");
    }
}
