package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.reelsense.experiment.Mistake;
import org.reelsense.report.MistakeText.Piece;
import org.reelsense.report.MistakeText.Role;

/** The most confident mistakes on the page, their words coloured and underlined by what they speak for. */
final class MistakeMarkup {

    private static final Pattern NEW_LINE = Pattern.compile("\\s*\\R\\s*");

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
                text(" red with a dashed one; the stronger the colour, the more they weigh in the model's verdict"
                        + " (integrated gradients). Long reviews are shortened to what weighs most: "),
                omission(),
                text(" stands for the rest. The reviews belong to their authors: this page is not for publication."));
    }

    /** A model's mistakes behind its name; the first model's are in sight. */
    static Markup group(String name, List<Mistake> mistakes, boolean open) {
        Markup inside = join(mistakes.stream().map(MistakeMarkup::mistake).toList());
        Map<String, String> attributes = open ? Map.of("open", "open") : Map.of();
        return element("details", attributes, element("summary", name + ": " + mistakes.size() + " mistakes"), inside);
    }

    private static Markup mistake(Mistake mistake) {
        List<Markup> words = new ArrayList<>();
        for (Piece piece : MistakeText.of(mistake)) {
            words.add(markup(piece));
        }
        return element(
                "article", element("h4", Mistakes.headline(mistake)), element("p", words.toArray(Markup[]::new)));
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
