package org.reelsense.report;

import org.jspecify.annotations.Nullable;

/** Words of a record made fit for one line of any output. */
final class Plain {

    private static final int REPLACEMENT = 0xFFFD;

    private Plain() {}

    /**
     * The same words without what steers a terminal or reorders text: control and format characters, line and paragraph
     * separators and lone surrogates become U+FFFD. Nothing at all, as a field missing from {@code results.json} is,
     * becomes {@value Figures#ABSENT}.
     */
    static String of(@Nullable String words) {
        return words == null || words.isBlank() ? Figures.ABSENT : disarmed(words);
    }

    /** The same for a part of a text, which may be blank; a tab or a new line becomes a blank. */
    static String part(String words) {
        return disarmed(words.replace('\t', ' ').replace('\n', ' '));
    }

    private static String disarmed(String words) {
        return words.codePoints()
                .map(point -> steers(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
