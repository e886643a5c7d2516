package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.reelsense.dataset.Review;
import org.reelsense.text.TokenizedTexts;

/**
 * What might make a review hard, whatever model reads it.
 *
 * <p>A token is rare if it makes up less than {@value #RARE_PER_MILLION} in a million of the training and unlabelled
 * text, which leaves 5,777 common words of the IMDB reviews' 143,077. A frequency, and not a rank, since it
 * means the same on a corpus cut by {@code --limit} and needs no rule for ties; a share of rare tokens, and not a mean log
 * frequency, since that is mostly the share of "the" and commas. On a corpus of less than 100,000 tokens the rare ones
 * are those never seen.
 *
 * @param length in tokens, 1 or more: a review without a token is scored as one
 * @param stars 1 to 10; 0 if not known
 * @param negations how many of its tokens are in {@link Negations}
 * @param rare how many of its tokens are rare
 */
record ReviewTraits(int length, int stars, int negations, int rare) {

    private static final int RARE_PER_MILLION = 10;

    /** Of each test review, in their order. */
    static List<ReviewTraits> of(TokenizedCorpus corpus) {
        TokenizedTexts texts = corpus.texts();
        boolean[] negation = marked(
                texts.types().size(), type -> Negations.contains(texts.types().get(type)));
        boolean[] rare = rareTypes(corpus.counts());
        List<Review> test = corpus.corpus().test();
        int begin = texts.size() - test.size();
        List<ReviewTraits> traits = new ArrayList<>(test.size());
        for (int i = 0; i < test.size(); i++) {
            int[] tokens = texts.document(begin + i);
            traits.add(new ReviewTraits(
                    Math.max(1, tokens.length), test.get(i).stars(), count(tokens, negation), count(tokens, rare)));
        }
        return List.copyOf(traits);
    }

    private static boolean[] rareTypes(int[] counts) {
        long all = IntStream.of(counts).asLongStream().sum();
        return marked(counts.length, type -> counts[type] * 1_000_000L < RARE_PER_MILLION * all);
    }

    private static boolean[] marked(int types, IntPredicate which) {
        boolean[] marked = new boolean[types];
        for (int type = 0; type < types; type++) {
            marked[type] = which.test(type);
        }
        return marked;
    }

    private static int count(int[] tokens, boolean[] marked) {
        return (int) IntStream.of(tokens).filter(type -> marked[type]).count();
    }
}
