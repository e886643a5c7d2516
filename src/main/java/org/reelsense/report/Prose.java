package org.reelsense.report;

import static org.reelsense.report.Markup.element;
import static org.reelsense.report.Markup.join;
import static org.reelsense.report.Markup.text;

import java.util.List;
import java.util.Map;

/** Sentences on the page. No line begins with a percent sign or in the middle of a p-value. */
final class Prose {

    private Prose() {}

    static Markup of(String words) {
        return text(words.replace(" %", "\u00a0%")
                .replace(" p = ", " p\u00a0=\u00a0")
                .replace(" p < ", " p\u00a0<\u00a0"));
    }

    static Markup paragraphs(List<String> sentences) {
        return join(
                sentences.stream().map(sentence -> element("p", of(sentence))).toList());
    }

    /** In small letters. */
    static Markup notes(List<String> notes) {
        return join(notes.stream()
                .map(note -> element("p", Map.of("class", "note"), of(note)))
                .toList());
    }

    /** Nothing at all if there are none. */
    static Markup list(List<String> sentences) {
        return sentences.isEmpty()
                ? join(List.of())
                : element(
                        "ul",
                        join(sentences.stream()
                                .map(sentence -> element("li", of(sentence)))
                                .toList()));
    }
}
