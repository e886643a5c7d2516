package org.reelsense.text;

/** Questions a scanner asks of a cleaned text (no lone surrogates). Positions are in chars; past the end is NUL. */
final class CleanText {

    /** Nearly every character is ASCII, and each is asked about more than once. */
    private static final boolean[] ASCII_WORD = new boolean[0x80];

    static {
        for (int c = 0; c < ASCII_WORD.length; c++) {
            ASCII_WORD[c] = isWord(c);
        }
    }

    /** An array, since a string asks for each char how it is stored. */
    private final char[] text;

    CleanText(String text) {
        this.text = text.toCharArray();
    }

    int length() {
        return text.length;
    }

    char at(int i) {
        return i < text.length ? text[i] : '\0';
    }

    int codePointAt(int i) {
        char c = text[i];
        return Character.isHighSurrogate(c) ? Character.codePointAt(text, i) : c;
    }

    String substring(int start, int end) {
        return new String(text, start, end - start);
    }

    boolean matches(int i, String expected) {
        for (int k = 0; k < expected.length(); k++) {
            if (at(i + k) != expected.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** {@code expected} is lower-case ASCII; only ASCII letters are compared without their case. */
    boolean matchesIgnoringCase(int i, String expected) {
        for (int k = 0; k < expected.length(); k++) {
            char c = at(i + k);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
            if (lower != expected.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    boolean isWordAt(int i) {
        char c = at(i);
        return c < ASCII_WORD.length ? ASCII_WORD[c] : isWord(codePointAt(i));
    }

    boolean isWordBefore(int i) {
        return i > 0 && isWord(Character.codePointBefore(text, i));
    }

    boolean isLetterAt(int i) {
        return i < text.length && Character.isLetter(codePointAt(i));
    }

    boolean isLetterBefore(int i) {
        return i > 0 && Character.isLetter(Character.codePointBefore(text, i));
    }

    /** Where the run of word characters from {@code start} ends. */
    int wordEnd(int start) {
        int i = start;
        while (isWordAt(i)) {
            i += Character.isHighSurrogate(text[i]) ? 2 : 1;
        }
        return i;
    }

    /** Where the run of one repeated code point from {@code start} ends. */
    int runEnd(int start) {
        return runEnd(start, Integer.MAX_VALUE);
    }

    /** As {@link #runEnd(int)}, but stops after {@code most} of them. */
    int runEnd(int start, int most) {
        int codePoint = codePointAt(start);
        int i = start;
        for (int n = 0; n < most && i < text.length && codePointAt(i) == codePoint; n++) {
            i += Character.charCount(codePoint);
        }
        return i;
    }

    boolean isSingleLetter(int start, int end) {
        return end > start && end - start == width(start) && Character.isLetter(codePointAt(start));
    }

    private int width(int i) {
        return Character.charCount(codePointAt(i));
    }

    /** Where the digits from {@code start} end, or {@code start} unless they fill a whole run of word characters. */
    int digitsEnd(int start) {
        int end = wordEnd(start);
        return isNumber(start, end) ? end : start;
    }

    /** Whether there are ASCII digits and nothing else. */
    boolean isNumber(int start, int end) {
        int i = start;
        while (i < end && isDigit(text[i])) {
            i++;
        }
        return i == end;
    }

    static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    static int toLowerCase(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 'a' - 'A' : codePoint;
        }
        return Character.toLowerCase(codePoint);
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isMark(Character.getType(codePoint));
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
