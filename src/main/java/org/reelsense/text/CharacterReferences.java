package org.reelsense.text;

import java.util.Optional;
import org.jsoup.nodes.Entities;

/**
 * Decodes HTML character references. Only those ending in a semicolon count: browsers also accept {@code &copy} and
 * the like, but in prose that eats the text of "R&amp;Reg".
 */
final class CharacterReferences {

    /** Longest name, "CounterClockwiseContourIntegral", and one more; bounds the look-ahead for the semicolon. */
    private static final int LONGEST_BODY = 32;

    private static final String UNREADABLE = "\uFFFD";

    private CharacterReferences() {}

    /** What a reference stands for, and where the text goes on. */
    private record Reference(String value, int end) {}

    static TracedText decode(String text, boolean traced) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return TracedText.unchanged(text);
        }
        Rewrite decoded = new Rewrite(text, traced);
        while (ampersand >= 0) {
            Reference reference = decodeFrom(text, ampersand + 1);
            decoded.replace(ampersand, reference.end(), reference.value());
            ampersand = text.indexOf('&', reference.end());
        }
        return decoded.finish();
    }

    /** Text escaped n times reads {@code &amp;amp;...eacute;}: while an ampersand comes out, it begins another. */
    private static Reference decodeFrom(String text, int afterAmpersand) {
        Reference found = new Reference("&", afterAmpersand);
        while (found.value().equals("&")) {
            Optional<Reference> next = read(text, found.end());
            if (next.isEmpty()) {
                break;
            }
            found = next.get();
        }
        return found;
    }

    private static Optional<Reference> read(String text, int start) {
        int last = Math.min(text.length(), start + LONGEST_BODY);
        int end = start;
        while (end < last && isBody(text.charAt(end))) {
            end++;
        }
        if (end == start || end == text.length() || text.charAt(end) != ';') {
            return Optional.empty();
        }
        String body = text.substring(start, end);
        int after = end + 1;
        return (body.charAt(0) == '#' ? numeric(body) : named(body)).map(value -> new Reference(value, after));
    }

    private static boolean isBody(char c) {
        return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Optional<String> named(String name) {
        int[] codePoints = new int[2];
        int count = Entities.codepointsForName(name, codePoints);
        return count == 0 ? Optional.empty() : Optional.of(new String(codePoints, 0, count));
    }

    private static Optional<String> numeric(String body) {
        boolean hexadecimal = body.length() > 1 && (body.charAt(1) | 0x20) == 'x';
        int radix = hexadecimal ? 16 : 10;
        int first = hexadecimal ? 2 : 1;
        if (first == body.length()) {
            return Optional.empty();
        }
        int codePoint = 0;
        for (int i = first; i < body.length(); i++) {
            int digit = Character.digit(body.charAt(i), radix);
            if (digit < 0) {
                return Optional.empty();
            }
            codePoint = Math.min(codePoint * radix + digit, Character.MAX_CODE_POINT + 1);
        }
        return Optional.of(isCharacter(codePoint) ? Character.toString(codePoint) : UNREADABLE);
    }

    private static boolean isCharacter(int codePoint) {
        return codePoint <= Character.MAX_CODE_POINT
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
