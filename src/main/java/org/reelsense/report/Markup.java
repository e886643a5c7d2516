package org.reelsense.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * HTML or SVG source. Words become markup through {@link #text} only, which escapes them: what is of this type may be
 * put on a page as it is. The source is well-formed XML too.
 */
record Markup(String source) {

    private static final Set<String> VOID = Set.of("meta", "br");

    /** The words as the reader shall see them. */
    static Markup text(String words) {
        return new Markup(escape(words));
    }

    static Markup join(List<Markup> parts) {
        return new Markup(parts.stream().map(Markup::source).collect(Collectors.joining("\n")));
    }

    static Markup element(String name, String words) {
        return element(name, Map.of(), text(words));
    }

    static Markup element(String name, Markup... content) {
        return element(name, Map.of(), content);
    }

    /** @param attributes in any order: they are written sorted by name, so that the same page is the same bytes */
    static Markup element(String name, Map<String, String> attributes, Markup... content) {
        StringBuilder source = new StringBuilder("<").append(name);
        new TreeMap<>(attributes)
                .forEach((key, value) -> source.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(escape(value))
                        .append('"'));
        if (VOID.contains(name)) {
            return new Markup(source.append("/>").toString());
        }
        source.append('>');
        for (Markup part : content) {
            source.append(part.source);
        }
        return new Markup(source.append("</").append(name).append('>').toString());
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
