package org.reelsense.text;

import java.util.Locale;
import org.jsoup.parser.Tag;

/**
 * Replaces each HTML tag by a space. A tag is a known name in angle brackets, with attributes of the form
 * {@code name=value} only; whatever else begins with {@code <} is the reviewer's own text and stays. Where in doubt a
 * word is kept: noise costs less than a lost word.
 *
 * <p>Linear: a failed attempt never looks past the next {@code <}.
 */
final class HtmlTags {

    private static final int LONGEST_NAME = 16;

    private final String text;

    private HtmlTags(String text) {
        this.text = text;
    }

    static TracedText remove(String text, boolean traced) {
        int bracket = text.indexOf('<');
        return bracket < 0 ? TracedText.unchanged(text) : new HtmlTags(text).removeFrom(bracket, traced);
    }

    private TracedText removeFrom(int firstBracket, boolean traced) {
        Rewrite kept = new Rewrite(text, traced);
        for (int bracket = firstBracket; bracket >= 0; bracket = text.indexOf('<', bracket + 1)) {
            int end = tagEnd(bracket);
            if (end > bracket) {
                kept.replace(bracket, end, " ");
                bracket = end - 1;
            }
        }
        return kept.finish();
    }

    /** Where the tag that begins at {@code bracket} ends, or {@code bracket} if none begins there. */
    private int tagEnd(int bracket) {
        int nameStart = at(bracket + 1) == '/' ? bracket + 2 : bracket + 1;
        int nameEnd = nameStart;
        while (isAsciiLetterOrDigit(at(nameEnd)) && nameEnd - nameStart <= LONGEST_NAME) {
            nameEnd++;
        }
        boolean named = nameEnd > nameStart
                && Tag.isKnownTag(text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT));
        return named ? attributesEnd(nameEnd, bracket) : bracket;
    }

    private int attributesEnd(int nameEnd, int bracket) {
        int i = nameEnd;
        while (true) {
            int gapStart = i;
            while (isGap(at(i)) && i < text.length()) {
                i++;
            }
            if (at(i) == '>') {
                return i + 1;
            }
            int next = i > gapStart ? attributeEnd(i) : i;
            if (next == i) {
                return bracket;
            }
            i = next;
        }
    }

    /** Where {@code name=value} ends, or {@code start} if there is none. */
    private int attributeEnd(int start) {
        int i = start;
        while (isAsciiLetterOrDigit(at(i)) || at(i) == '-' || at(i) == ':') {
            i++;
        }
        if (i == start || at(i) != '=') {
            return start;
        }
        char quote = at(i + 1);
        int end = quote == '"' || quote == '\'' ? quotedEnd(i + 2, quote) : bareEnd(i + 1);
        return end > i + 1 ? end : start;
    }

    private int quotedEnd(int start, char quote) {
        int i = start;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '<') {
            i++;
        }
        return at(i) == quote ? i + 1 : 0;
    }

    private int bareEnd(int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) > ' ' && "\"'=<>`".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** The character at {@code i}, or NUL past the end; NUL is part of no tag. */
    private char at(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isGap(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '/';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
