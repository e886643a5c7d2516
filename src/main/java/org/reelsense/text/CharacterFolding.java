package org.reelsense.text;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds the many ways of writing one character into one way, and all white space into single spaces. In place of
 * Unicode's NFC each code point is decomposed (NFD) on its own and loses its diacritics, "café" = "cafe": names are
 * spelt both ways, and one vector for both learns more.
 *
 * <p>Maintainers: never normalise the whole string. Canonical reordering moves each mark past those before it, which is
 * quadratic in a run of marks; code point by code point the work is linear by construction.
 */
final class CharacterFolding {

    /** Reviews copied out of a word processor hold its quotes, dashes and dots as C1 control characters. */
    private static final String C1 = windows1252();

    private static final int FULL_WIDTH_OFFSET = 0xFF01 - '!';

    private static final boolean[] KEPT_ASCII = new boolean[0x80];

    static {
        Arrays.fill(KEPT_ASCII, ' ' + 1, 0x7F, true);
        KEPT_ASCII['`'] = false;
    }

    private final Rewrite folded;

    private CharacterFolding(String text, boolean traced) {
        this.folded = new Rewrite(text, traced);
    }

    static TracedText fold(String text, boolean traced) {
        return new CharacterFolding(text, traced).folded(text);
    }

    /** Stretches that need no change are copied as they are; they are most of the text. */
    private TracedText folded(String text) {
        char[] chars = text.toCharArray(); // a string asks for each char how it is stored
        boolean spaceMayFollow = false;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c < KEPT_ASCII.length && KEPT_ASCII[c]) {
                spaceMayFollow = true;
            } else if (c == ' ' && spaceMayFollow) {
                spaceMayFollow = false;
            } else {
                int codePoint = text.codePointAt(i);
                int end = i + Character.charCount(codePoint);
                replace(i, end, replacement(codePoint));
                i = end - 1;
                spaceMayFollow = false; // left to append() to decide
            }
        }
        return withoutLastSpace(chars.length);
    }

    private TracedText withoutLastSpace(int end) {
        folded.copyTo(end);
        if (!folded.isEmpty() && folded.last() == ' ') {
            folded.dropLast();
        }
        return folded.finish();
    }

    private void replace(int begin, int end, String replacement) {
        folded.copyTo(begin);
        if (replacement.equals(" ") && (folded.isEmpty() || folded.last() == ' ')) {
            folded.replace(begin, end, "");
            return;
        }
        if (isFraction(replacement) && !folded.isEmpty() && folded.last() >= '0' && folded.last() <= '9') {
            folded.append(" "); // 8½ is "8 1/2", not eighty-one halves
        }
        folded.replace(begin, end, replacement);
    }

    private static boolean isFraction(String replacement) {
        return replacement.length() == 3 && replacement.charAt(1) == '/';
    }

    private static String replacement(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint == '`' ? "'" : " ";
        }
        if (codePoint >= 0x80 && codePoint < 0xA0) {
            return decomposed(C1.codePointAt(codePoint - 0x80));
        }
        if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
            return spelling(codePoint - FULL_WIDTH_OFFSET);
        }
        return isPlain(codePoint) ? Character.toString(codePoint) : decomposed(codePoint);
    }

    /** Ideographs and Korean syllables: letters as they are, and the bulk of a text that holds any. */
    private static boolean isPlain(int codePoint) {
        return (codePoint >= 0x4E00 && codePoint <= 0x9FFF) || (codePoint >= 0xAC00 && codePoint <= 0xD7A3);
    }

    private static String decomposed(int codePoint) {
        boolean ligature = codePoint >= 0xFB00 && codePoint <= 0xFB06;
        Normalizer.Form form = ligature ? Normalizer.Form.NFKD : Normalizer.Form.NFD;
        String parts = Normalizer.normalize(Character.toString(codePoint), form);
        if (parts.codePointAt(0) == codePoint) {
            return spelling(codePoint);
        }
        StringBuilder spelt = new StringBuilder();
        parts.codePoints().forEach(part -> spelt.append(spelling(part)));
        return spelt.toString();
    }

    private static String spelling(int codePoint) {
        return switch (codePoint) {
            case 0xB4, '`', 0x2B9, 0x2BC, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2039, 0x203A -> "'";
            case 0xA8, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033 -> "\"";
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212 -> "-";
            case 0x2014, 0x2015 -> "--";
            case 0x2026 -> "...";
            case 0x2605 -> "*";
            case 0xBC -> "1/4";
            case 0xBD -> "1/2";
            case 0xBE -> "3/4";
            case 0x200B, 0xFFFD -> " ";
            default -> byCategory(codePoint);
        };
    }

    private static String byCategory(int codePoint) {
        boolean variationSelector = codePoint >= 0xFE00 && codePoint <= 0xFE0F;
        boolean diacritic = codePoint >= 0x300 && codePoint <= 0x36F;
        if (variationSelector || diacritic) {
            return "";
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> " ";
            case Character.FORMAT -> "";
            default -> Character.toString(codePoint);
        };
    }

    /** The characters of the bytes 80 to 9F; the five unassigned ones are U+FFFD and so become spaces. */
    private static String windows1252() {
        byte[] bytes = new byte[0x20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252"));
    }
}
