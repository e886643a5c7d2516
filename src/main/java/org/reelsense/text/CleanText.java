package org.reelsense.text;

/** Questions a scanner asks of a cleaned text (no lone surrogates). Positions are in chars; past the end is NUL. */
record CleanText(String text) {

    /** Nearly every character is ASCII, and each is asked about more than once. */
    private static final boolean[] ASCII_WORD = new boolean[0x80];

    static {
        for (int c = 0; c < ASCII_WORD.length; c++) {
            ASCII_WORD[c] = isWord(c);
        }
    }

    int length() {
        return text.length();
    }

    char at(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    int codePointAt(int i) {
        return text.codePointAt(i);
    }

    String substring(int start, int end) {
        return text.substring(start, end);
    }

    boolean matches(int i, String expected) {
        return text.startsWith(expected, i);
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
        return c < ASCII_WORD.length ? ASCII_WORD[c] : isWord(text.codePointAt(i));
    }

    boolean isWordBefore(int i) {
        return i > 0 && isWord(text.codePointBefore(i));
    }

    boolean isLetterAt(int i) {
        return i < text.length() && Character.isLetter(text.codePointAt(i));
    }

    boolean isLetterBefore(int i) {
        return i > 0 && Character.isLetter(text.codePointBefore(i));
    }

    /** Where the run of word characters from {@code start} ends. */
    int wordEnd(int start) {
        int i = start;
        while (isWordAt(i)) {
            i += Character.isHighSurrogate(text.charAt(i)) ? 2 : 1;
        }
        return i;
    }

    /** Where the run of one repeated code point from {@code start} ends. */
    int runEnd(int start) {
        return runEnd(start, Integer.MAX_VALUE);
    }

    /** As {@link #runEnd(int)}, but stops after {@code most} of them. */
    int runEnd(int start, int most) {
        int codePoint = text.codePointAt(start);
        int i = start;
        for (int n = 0; n < most && i < text.length() && text.codePointAt(i) == codePoint; n++) {
            i += Character.charCount(codePoint);
        }
        return i;
    }

    boolean isSingleLetter(int start, int end) {
        return end > start && Character.isLetter(codePointAt(start)) && end - start == width(start);
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
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i == end;
    }

    static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
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
