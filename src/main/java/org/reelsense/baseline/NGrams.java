package org.reelsense.baseline;

import java.util.Arrays;
import java.util.List;
import org.reelsense.text.TokenizedTexts;

/**
 * N-grams, each with a number: first the single tokens, then the pairs, then the triples. Immutable.
 *
 * <p>An n-gram is known by two numbers, that of its first n - 1 tokens and that of its last token, so that one kind of
 * table serves every length and no two n-grams share a number. With a triple its first pair is here too, so what begins
 * with no known pair is not looked up.
 */
final class NGrams {

    /** [types], the number of the token, or NONE. */
    private final int[] tokens;

    /** Of 2 tokens, of 3, ... */
    private final List<PairIndex> longer;

    private final int size;

    private NGrams(int[] tokens, List<PairIndex> longer, int size) {
        this.tokens = tokens;
        this.longer = longer;
        this.size = size;
    }

    /** @param tokens [types], numbers from 0 on without a gap, or NONE */
    static NGrams ofTokens(int[] tokens) {
        return new NGrams(tokens, List.of(), 1 + Arrays.stream(tokens).max().orElse(PairIndex.NONE));
    }

    /** These, and n-grams of one token more than the longest, numbered from {@link #size} on. */
    NGrams and(PairIndex next) {
        PairIndex[] all = longer.toArray(new PairIndex[longer.size() + 1]);
        all[longer.size()] = next;
        return new NGrams(tokens, List.of(all), size + next.size());
    }

    /** @throws IllegalArgumentException if the texts' list of types cannot be that of the training texts */
    void requireTypesOf(TokenizedTexts texts) {
        if (texts.types().size() != tokens.length) {
            throw new IllegalArgumentException("texts have " + texts.types().size() + " types, the training texts "
                    + tokens.length + "; tokenize both as one corpus");
        }
    }

    /** How many there are; their numbers are 0 to size - 1. */
    int size() {
        return size;
    }

    /** Tokens of the longest. */
    int longest() {
        return longer.size() + 1;
    }

    /**
     * The n-grams that a document holds, each once, ascending.
     *
     * @param document indices of types
     */
    int[] in(int[] document) {
        int[] all = new int[longest() * document.length];
        int found = 0;
        for (int length = 1; length <= longest(); length++) {
            for (int gram : ofLength(length, document)) {
                if (gram != PairIndex.NONE) {
                    all[found++] = gram;
                }
            }
        }
        return distinct(all, found);
    }

    /** [document's length - length + 1], the n-gram of that length that begins at each place, or NONE. */
    int[] ofLength(int length, int[] document) {
        int[] single = tokensOf(document);
        int[] grams = single;
        for (int tokens = 1; tokens < length; tokens++) {
            grams = oneLonger(grams, single, longer.get(tokens - 1));
        }
        return grams;
    }

    /** [document], the number of each token, or NONE. */
    int[] tokensOf(int[] document) {
        int[] numbers = new int[document.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tokens[document[i]];
        }
        return numbers;
    }

    private static int[] oneLonger(int[] grams, int[] tokens, PairIndex pairs) {
        int length = tokens.length - grams.length + 1;
        int[] next = new int[Math.max(0, grams.length - 1)];
        for (int i = 0; i < next.length; i++) {
            boolean possible = grams[i] != PairIndex.NONE && grams[i + 1] != PairIndex.NONE;
            next[i] = possible ? pairs.find(grams[i], tokens[i + length]) : PairIndex.NONE;
        }
        return next;
    }

    private static int[] distinct(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }
}
