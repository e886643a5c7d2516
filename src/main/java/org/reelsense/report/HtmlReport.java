package org.reelsense.report;

import static org.reelsense.report.Markup.join;

import java.util.List;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Section.Sheet;

/** {@code report.html} of a comparison of classifiers, as an {@link HtmlPage}. */
final class HtmlReport {

    /** A longer table of pairs is behind its title. */
    private static final int LONG = 15;

    private final Content content;
    private final RunRecord record;
    private final List<Misread> mistakes;
    private final HtmlPage page;

    private HtmlReport(Content content, RunRecord record, List<Mistake> mistakes) {
        this.content = content;
        this.record = record;
        this.mistakes = Mistakes.shown(mistakes);
        this.page = new HtmlPage(content.title(), content.lead(), content.signature());
    }

    static String render(Content content, RunRecord record, List<Mistake> mistakes) {
        return new HtmlReport(content, record, mistakes).render();
    }

    private String render() {
        page.add("results", "Results", results());
        if (!content.pairs().rows().isEmpty()) {
            page.add("pairs", "Pair by pair", pairs());
        }
        for (Section section : content.sections()) {
            // The mistakes belong to what the models are right and wrong on, before sizes, words and long tables.
            if (comesAfterMistakes(section)) {
                addMistakes();
            }
            page.add(section.id(), section.title(), page.section(section, figures(section.id())));
        }
        page.add("ran", "What ran", HtmlPage.facts(content.facts()));
        page.add("method", "How it was measured", Prose.list(content.method()));
        return page.render();
    }

    private static boolean comesAfterMistakes(Section section) {
        return List.of(Section.SIZES, Section.WORDS, Section.SEEDS).contains(section.id());
    }

    private void addMistakes() {
        if (!mistakes.isEmpty() && !page.has("mistakes")) {
            page.add("mistakes", "The most confident mistakes", mistakes());
        }
    }

    private Markup results() {
        return join(List.of(
                page.table("Results", content.results()),
                Prose.notes(content.notes()),
                HtmlPage.figures(Charts.results(record))));
    }

    private Markup pairs() {
        boolean folded = content.pairs().rows().size() > LONG;
        return join(List.of(
                Prose.list(content.comparisons()),
                page.sheet(new Sheet("Every pair that was compared", content.pairs(), folded))));
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

    private Markup mistakes() {
        return join(List.of(
                Prose.list(Mistakes.sentences(mistakes)),
                MistakeMarkup.legend(),
                MistakeMarkup.reviews(mistakes),
                page.signature()));
    }
}
