package org.reelsense.text;

/**
 * Gives tokens their final form and passes them on. Every word passes here with its capitals: a marker for them, should
 * it pay, belongs in {@link #addWord}.
 */
final class TokenSink {

    private static final int MOST_REPEATS = 3;

    private final CleanText text;
    private final TokenReceiver receiver;

    /** Room for one code point more than the longest word, and for the dot after it. */
    private final char[] word = new char[2 * Tokenizer.LONGEST + 4];

    private int wordLength;

    TokenSink(CleanText text, TokenReceiver receiver) {
        this.text = text;
        this.receiver = receiver;
    }

    void add(String token, int begin, int end) {
        receiver.symbol(token, begin, end);
    }

    /** Adds a word or number in lower case, long repeats shortened; returns {@code end}. */
    int addWord(int start, int end) {
        wordLength = 0;
        int length = 0;
        int previous = -1;
        int repeats = 0;
        for (int i = start; i < end && length <= Tokenizer.LONGEST; ) {
            int codePoint = text.codePointAt(i);
            int lower = CleanText.toLowerCase(codePoint);
            repeats = lower == previous ? repeats + 1 : 1;
            if (repeats <= MOST_REPEATS || CleanText.isDigit(lower)) {
                append(lower);
                length++;
            }
            previous = lower;
            i += Character.charCount(codePoint);
        }
        pass(length, start, end);
        return end;
    }

    /** Adds single letters with dots between them, and a dot after the last. */
    void addAcronym(int start, int lastLetterEnd) {
        wordLength = 0;
        int length = 0;
        for (int i = start; i < lastLetterEnd && length <= Tokenizer.LONGEST; length += 2) {
            int letter = text.codePointAt(i);
            append(CleanText.toLowerCase(letter));
            append('.');
            i += Character.charCount(letter) + 1;
        }
        pass(length, start, lastLetterEnd);
    }

    private void append(int codePoint) {
        wordLength += Character.toChars(codePoint, word, wordLength);
    }

    private void pass(int codePoints, int begin, int end) {
        if (codePoints > Tokenizer.LONGEST) {
            receiver.symbol(Tokenizer.LONG, begin, end);
        } else {
            receiver.word(word, wordLength, begin, end);
        }
    }
}
