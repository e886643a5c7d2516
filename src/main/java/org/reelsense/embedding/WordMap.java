package org.reelsense.embedding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Polar words on a plane: the two principal components of their directions. Turned so that positive words lie to the
 * right on average, and the word farthest from the middle lies above it.
 *
 * @param shareX of the variance along x, 0 to 1
 * @param shareY the same along y, at most {@code shareX}
 * @param words the positive ones first
 */
public record WordMap(double shareX, double shareY, List<Place> words) {

    /** Below it a map would show nothing. */
    private static final int LEAST_WORDS = 3;

    private static final double FINENESS = 1e4;

    /** Where a word lies. */
    public record Place(String word, double x, double y, boolean positive) {}

    public WordMap {
        words = List.copyOf(words);
    }

    /** The map of the words that have a vector; empty if they are fewer than three. */
    public static Optional<WordMap> of(WordVectors vectors, PolarWords words) {
        CosineSpace space = new CosineSpace(vectors);
        PolarWords known = words.only(space::contains);
        List<String> all = known.all();
        if (all.size() < LEAST_WORDS) {
            return Optional.empty();
        }
        PrincipalComponents components = PrincipalComponents.of(
                all.stream().map(word -> space.unit(space.id(word))).toArray(double[][]::new));
        return Optional.of(of(components, all, new HashSet<>(known.positive())));
    }

    /** Finer than any drawing, and short in a file. */
    private static double rounded(double x) {
        return Math.round(x * FINENESS) / FINENESS;
    }

    private static WordMap of(PrincipalComponents components, List<String> words, Set<String> positive) {
        double right = 0;
        double farthest = 0;
        for (int i = 0; i < words.size(); i++) {
            double[] at = components.coordinates()[i];
            // Positives have to outweigh negatives to the right; the mean of all is 0.
            right += positive.contains(words.get(i)) ? at[0] : 0;
            farthest = Math.abs(at[1]) > Math.abs(farthest) ? at[1] : farthest;
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            double[] at = components.coordinates()[i];
            places.add(new Place(
                    words.get(i),
                    rounded(right < 0 ? -at[0] : at[0]),
                    rounded(farthest < 0 ? -at[1] : at[1]),
                    positive.contains(words.get(i))));
        }
        return new WordMap(components.shares()[0], components.shares()[1], places);
    }
}
