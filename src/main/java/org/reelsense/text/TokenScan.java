package org.reelsense.text;

import java.util.stream.IntStream;

/**
 * One pass over one cleaned text; the rules are those in {@link Tokenizer}. State of a single call.
 *
 * <p>Maintainers: every method called from {@link #next} consumes at least one character. Look-ahead that may fail is
 * bounded, or stops at text which the next token consumes whole, so the pass stays linear. A token must scan to itself
 * when it stands alone; check that for each new rule.
 */
final class TokenScan {

    private static final String[] CLITICS = {"ll", "re", "ve", "s", "d", "m"};
    private static final String NOT = "n't";
    private static final int MOST_STARS = 10;

    /** Each as a token; every tenth token of a review is one of them. */
    private static final String[] ASCII =
            IntStream.range(0, 0x80).mapToObj(Character::toString).toArray(String[]::new);

    private final CleanText text;
    private final TokenSink sink;
    private int position;

    private TokenScan(String cleaned, TokenReceiver receiver) {
        this.text = new CleanText(cleaned);
        this.sink = new TokenSink(text, receiver);
    }

    /** Hands all tokens to the receiver. */
    static void run(String cleaned, TokenReceiver receiver) {
        TokenScan scan = new TokenScan(cleaned, receiver);
        while (scan.position < scan.text.length()) {
            scan.next();
        }
    }

    private void next() {
        char c = text.at(position);
        switch (c) {
            case ' ' -> position++;
            case '.' -> dots();
            case '!', '?' -> exclamation();
            case '\'' -> apostrophe();
            case '-' -> hyphens();
            case '*' -> stars();
            case ':', ';', '=' -> smileyOrSymbol();
            default -> wordOrSymbol();
        }
    }

    private void wordOrSymbol() {
        if (text.isWordAt(position)) {
            word();
        } else if (text.matches(position, Tokenizer.LONG)) {
            take(Tokenizer.LONG, Tokenizer.LONG.length());
        } else {
            symbol();
        }
    }

    private void word() {
        int end = text.wordEnd(position);
        if (text.isNumber(position, end)) {
            position = sink.addWord(position, numberEnd(end));
            return;
        }
        int acronymEnd = acronymEnd(position, end);
        if (acronymEnd > position) {
            sink.addAcronym(position, acronymEnd);
            position = text.at(acronymEnd) == '.' ? acronymEnd + 1 : acronymEnd;
            return;
        }
        plainWord(end);
    }

    /** Follows a word from run to run over apostrophes and asterisks; {@code firstEnd} ends its first run. */
    private void plainWord(int firstEnd) {
        int run = position;
        int end = firstEnd;
        while (true) {
            if (isNot(end - 1) && end - run > 1) {
                end--; // "isn't": the word ends before its n, which begins the next token
                break;
            }
            if (isNot(position) && end - position == 1) {
                end += 2; // "n't" itself
                break;
            }
            int next = nextRun(end);
            if (next == end) {
                break;
            }
            run = next;
            end = text.wordEnd(next);
        }
        position = sink.addWord(position, end);
    }

    /** Where the word goes on after {@code end}, or {@code end} if it stops there. */
    private int nextRun(int end) {
        if (text.at(end) == '\'') {
            return text.isWordAt(end + 1) && cliticEnd(end) == end ? end + 1 : end;
        }
        if (text.at(end) == '*' && text.isLetterBefore(end)) {
            int starsEnd = text.runEnd(end, MOST_STARS);
            return text.isLetterAt(starsEnd) ? starsEnd : end;
        }
        return end;
    }

    /** Whether {@code n't} begins at {@code n} and ends there, or another follows: "didn'tn't". */
    private boolean isNot(int n) {
        return text.matchesIgnoringCase(n, NOT) && (!text.isWordAt(n + 3) || text.matchesIgnoringCase(n + 3, NOT));
    }

    /** Where the clitic of the apostrophe ends, or {@code apostrophe} if there is none. "he'dn't" holds two. */
    private int cliticEnd(int apostrophe) {
        for (String clitic : CLITICS) {
            int end = apostrophe + 1 + clitic.length();
            if (text.matchesIgnoringCase(apostrophe + 1, clitic) && (!text.isWordAt(end) || isNot(end))) {
                return end;
            }
        }
        return apostrophe;
    }

    private void apostrophe() {
        int runEnd = text.runEnd(position);
        int clitic = cliticEnd(position);
        if (runEnd - position > 1) {
            take("\"", runEnd - position);
        } else if (clitic > position) {
            position = sink.addWord(position, clitic);
        } else {
            take("'", 1);
        }
    }

    /** Letters that stand alone, a dot between each two; returns the end of the last letter, or {@code start}. */
    private int acronymEnd(int start, int firstEnd) {
        if (!text.isSingleLetter(start, firstEnd)) {
            return start;
        }
        int end = firstEnd;
        while (text.at(end) == '.') {
            int letterEnd = text.wordEnd(end + 1);
            if (!text.isSingleLetter(end + 1, letterEnd)) {
                break;
            }
            end = letterEnd;
        }
        return end > firstEnd ? end : start;
    }

    private int numberEnd(int firstEnd) {
        int end = groupsEnd(firstEnd);
        int denominatorEnd = text.at(end) == '/' ? text.digitsEnd(end + 1) : end + 1;
        return denominatorEnd > end + 1 ? groupsEnd(denominatorEnd) : end;
    }

    private int groupsEnd(int firstEnd) {
        int end = firstEnd;
        while (text.at(end) == '.' || text.at(end) == ',') {
            int groupEnd = text.digitsEnd(end + 1);
            if (groupEnd == end + 1) {
                break;
            }
            end = groupEnd;
        }
        return end;
    }

    private void stars() {
        int runEnd = text.runEnd(position);
        if (runEnd - position > MOST_STARS) {
            take("**", runEnd - position);
            return;
        }
        int end = halfEnd(runEnd);
        if (text.at(end) == '/' && text.at(end + 1) == '*') {
            int secondEnd = text.runEnd(end + 1);
            end = secondEnd - end - 1 > MOST_STARS ? end : halfEnd(secondEnd);
        }
        take(text.substring(position, end), end - position);
    }

    private int halfEnd(int starsEnd) {
        return text.matches(starsEnd, "1/2") && !text.isWordAt(starsEnd + 3) ? starsEnd + 3 : starsEnd;
    }

    private void exclamation() {
        int end = position;
        boolean exclaims = false;
        boolean asks = false;
        while (text.at(end) == '!' || text.at(end) == '?') {
            exclaims |= text.at(end) == '!';
            asks |= text.at(end) == '?';
            end++;
        }
        String mark = exclaims ? "!" : "?";
        take(exclaims && asks ? "?!" : end - position > 1 ? mark + mark : mark, end - position);
    }

    private void dots() {
        int run = text.runEnd(position) - position;
        take(run > 1 ? "..." : ".", run);
    }

    private void hyphens() {
        int end = text.runEnd(position);
        if (end - position == 1 && text.isWordBefore(position) && text.isWordAt(end)) {
            position = end;
        } else {
            take("-", end - position);
        }
    }

    private void smileyOrSymbol() {
        int mouth = "-oO'".indexOf(text.at(position + 1)) < 0 ? position + 1 : position + 2;
        char shape =
                switch (text.at(mouth)) {
                    case ')', ']' -> ')';
                    case '(', '[' -> '(';
                    case 'd', 'D' -> 'd';
                    case 'p', 'P' -> 'p';
                    default -> ' ';
                };
        boolean letter = shape == 'd' || shape == 'p';
        if (shape == ' ' || (letter && (text.isWordBefore(position) || text.isWordAt(mouth + 1)))) {
            symbol();
            return;
        }
        String eyes = text.at(position) == ';' ? ";" : ":";
        int end = letter ? mouth + 1 : text.runEnd(mouth);
        take(eyes + shape, end - position);
    }

    private void symbol() {
        int codePoint = text.codePointAt(position);
        String symbol =
                codePoint < ASCII.length ? ASCII[codePoint] : Character.toString(Character.toLowerCase(codePoint));
        int end = text.runEnd(position);
        take(end - position > symbol.length() ? symbol + symbol : symbol, end - position);
    }

    private void take(String token, int consumed) {
        sink.add(token, position, position + consumed);
        position += consumed;
    }
}
