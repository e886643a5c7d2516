package org.reelsense.baseline;

import java.util.Arrays;
import org.reelsense.progress.Progress;

/**
 * Finds the n-grams that enough documents hold. None is in more documents than its parts are (Agrawal and Srikant 1994),
 * so lengths are counted one after the other, and what has a rare part is not counted: of the 3.4 million triples in the
 * IMDB training reviews 1.6 million, if 3 reviews must hold one.
 */
final class NGramCounting {

    private final LabelledTexts train;
    private final int minimum;
    private final Progress progress;

    /** @param minimum documents that must hold an n-gram, 1 or more */
    NGramCounting(LabelledTexts train, int minimum, Progress progress) {
        this.train = train;
        this.minimum = minimum;
        this.progress = progress;
    }

    /**
     * The n-grams of 1 to {@code longest} tokens.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    NGrams count(int longest) throws InterruptedException {
        progress.begin("counting n-grams", (long) longest * train.size(), "reviews");
        try {
            NGrams grams = tokens();
            while (grams.longest() < longest) {
                grams = grams.and(oneLongerThan(grams));
            }
            return grams;
        } finally {
            progress.end();
        }
    }

    /** Numbered in the order they come in training: the order of types depends on the texts of dev and test too. */
    private NGrams tokens() throws InterruptedException {
        int[] candidates = new int[train.texts().types().size()];
        Arrays.fill(candidates, PairIndex.NONE);
        int size = 0;
        DocumentCounts counts = new DocumentCounts();
        for (int d = 0; d < train.size(); d++) {
            for (int type : train.tokens(d)) {
                if (candidates[type] == PairIndex.NONE) {
                    candidates[type] = size++;
                }
                counts.add(candidates[type], d);
            }
            step();
        }
        return NGrams.ofTokens(only(counts.atLeast(minimum, size), candidates));
    }

    /** [types], the candidates that are kept, numbered anew in their old order. */
    private static int[] only(boolean[] kept, int[] candidates) {
        int[] numbers = new int[kept.length];
        int next = 0;
        for (int candidate = 0; candidate < kept.length; candidate++) {
            numbers[candidate] = kept[candidate] ? next++ : PairIndex.NONE;
        }
        return Arrays.stream(candidates)
                .map(candidate -> candidate == PairIndex.NONE ? PairIndex.NONE : numbers[candidate])
                .toArray();
    }

    private PairIndex oneLongerThan(NGrams known) throws InterruptedException {
        PairIndex candidates = new PairIndex(known.size());
        DocumentCounts counts = new DocumentCounts();
        for (int d = 0; d < train.size(); d++) {
            int[] document = train.tokens(d);
            int[] tokens = known.tokensOf(document);
            int[] grams = known.ofLength(known.longest(), document);
            for (int i = 0; i + 1 < grams.length; i++) {
                if (grams[i] != PairIndex.NONE && grams[i + 1] != PairIndex.NONE) {
                    counts.add(candidates.add(grams[i], tokens[i + known.longest()]) - known.size(), d);
                }
            }
            step();
        }
        return candidates.only(counts.atLeast(minimum, candidates.size()));
    }

    private void step() throws InterruptedException {
        Interruption.check();
        progress.advance(1);
    }
}
