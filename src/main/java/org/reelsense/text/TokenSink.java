package org.reelsense.text;

import java.util.Collections;
import java.util.List;

/**
 * Gives tokens their final form and collects them. Every word passes here with its capitals: a marker for them, should
 * it pay, belongs in {@link #addWord}.
 */
final class TokenSink {

    private static final int MOST_REPEATS = 3;

    private final CleanText text;
    private final List<String> tokens;
    private final StringBuilder word = new StringBuilder();

    TokenSink(CleanText text, List<String> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    List<String> tokens() {
        return Collections.unmodifiableList(tokens);
    }

    void add(String token) {
        tokens.add(token);
    }

    /** Adds a word or number in lower case, long repeats shortened; returns {@code end}. */
    int addWord(int start, int end) {
        word.setLength(0);
        int length = 0;
        int previous = -1;
        int repeats = 0;
        for (int i = start; i < end && length <= Tokenizer.LONGEST; ) {
            int codePoint = text.codePointAt(i);
            int lower = Character.toLowerCase(codePoint);
            repeats = lower == previous ? repeats + 1 : 1;
            if (repeats <= MOST_REPEATS || CleanText.isDigit(lower)) {
                word.appendCodePoint(lower);
                length++;
            }
            previous = lower;
            i += Character.charCount(codePoint);
        }
        tokens.add(length > Tokenizer.LONGEST ? Tokenizer.LONG : word.toString());
        return end;
    }

    /** Adds single letters with dots between them, and a dot after the last. */
    void addAcronym(int start, int lastLetterEnd) {
        word.setLength(0);
        int length = 0;
        for (int i = start; i < lastLetterEnd && length <= Tokenizer.LONGEST; length += 2) {
            int letter = text.codePointAt(i);
            word.appendCodePoint(Character.toLowerCase(letter)).append('.');
            i += Character.charCount(letter) + 1;
        }
        tokens.add(length > Tokenizer.LONGEST ? Tokenizer.LONG : word.toString());
    }
}
