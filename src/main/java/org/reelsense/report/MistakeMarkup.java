package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.reelsense.report.MistakeText.Piece;
import org.reelsense.report.MistakeText.Role;

/** The most confident mistakes on the page, their words coloured and underlined by what they speak for. */
final class MistakeMarkup {

    private static final Pattern NEW_LINE = Pattern.compile("\\s*\\R\\s*");
    private static final int IN_SIGHT = 10;

    private MistakeMarkup() {}

    /** How the marks are to be read, in the marks themselves. */
    static Markup legend() {
        return element(
                "p",
                Map.of("class", "note"),
                text("Words that speak for "),
                mark("positive", Role.FOR_POSITIVE, 3),
                text(" are green with a solid line, those for "),
                mark("negative", Role.FOR_NEGATIVE, 3),
                text(
                        " red with a dashed one; the stronger the colour, the more they weigh in the"
                                + " verdict of the model named (integrated gradients). Long reviews are shortened to what weighs most: "),
                omission(),
                text(" stands for the rest. The reviews belong to their authors: this page is not for publication."));
    }

    /** The first reviews in sight, the others behind their number. */
    static Markup reviews(List<Misread> shown) {
        int seen = Math.min(IN_SIGHT, shown.size());
        List<Markup> parts = new ArrayList<>(articles(shown.subList(0, seen)));
        if (seen < shown.size()) {
            parts.add(element(
                    "details",
                    element("summary", Figures.count(shown.size() - seen, "more review")),
                    join(articles(shown.subList(seen, shown.size())))));
        }
        return join(parts);
    }

    private static List<Markup> articles(List<Misread> some) {
        return some.stream().map(MistakeMarkup::article).toList();
    }

    private static Markup article(Misread misread) {
        List<Markup> words = new ArrayList<>();
        for (Piece piece : MistakeText.of(misread.first())) {
            words.add(markup(piece));
        }
        return element(
                "article",
                element("h4", misread.headline()),
                element("p", Map.of("class", "note"), Prose.of(said(misread))),
                element("p", words.toArray(Markup[]::new)));
    }

    /** What each model said, and whose words are marked. */
    private static String said(Misread misread) {
        String all = misread.verdicts().stream()
                .map(verdict ->
                        Plain.of(verdict.model()) + " with " + Figures.percent(Misread.confidence(verdict)) + " %")
                .collect(Collectors.joining(", "));
        return misread.first().shares().isEmpty()
                ? all
                : all + "; marked as " + Plain.of(misread.first().model()) + " weighs the words";
    }

    private static Markup markup(Piece piece) {
        return switch (piece.role()) {
            case OMISSION -> omission();
            case PLAIN -> lines(piece.words());
            case FOR_POSITIVE, FOR_NEGATIVE -> mark(piece.words(), piece.role(), piece.strength());
        };
    }

    private static Markup omission() {
        return element("span", Map.of("class", "omission"), text(" […] "));
    }

    private static Markup lines(String words) {
        List<Markup> parts = new ArrayList<>();
        for (String line : NEW_LINE.split(words, -1)) {
            if (!parts.isEmpty()) {
                parts.add(element("br"));
            }
            parts.add(text(Plain.part(line)));
        }
        return new Markup(String.join("", parts.stream().map(Markup::source).toList()));
    }

    private static Markup mark(String words, Role role, int strength) {
        String side = role == Role.FOR_POSITIVE ? "for" : "against";
        return element("mark", Map.of("class", side + " s" + strength), text(Plain.part(words)));
    }
}
