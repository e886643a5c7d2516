package org.reelsense.embedding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well the neighbours of words keep to their sentiment.
 *
 * <p>Words of opposite sentiment stand in the same places ("a good film", "a bad film"), so plain word vectors put them
 * side by side; Miyato et al. (2017, table 6) show it by the neighbours of "good" and "bad". A higher rank of "bad" and a
 * higher agreement are better.
 *
 * @param rankOfBad place of "bad" among the neighbours of "good" over the whole vocabulary, 1 for the nearest; null if
 *     one has no vector
 * @param agreement for each polar word, the share of its {@value #NEIGHBOURS} nearest polar words that are of its side;
 *     the mean over all, 0 to 1, about one half by chance where both sides are equally many; null if there are fewer
 *     than two words on a side
 * @param polarWords that have a vector
 */
public record NeighbourQuality(
        @Nullable Integer rankOfBad, @Nullable Double agreement, int polarWords) {

    /** Neighbours looked at for each polar word. */
    public static final int NEIGHBOURS = 10;

    private static final String GOOD = "good";
    private static final String BAD = "bad";

    /** Measures; words without a vector are passed over. */
    public static NeighbourQuality of(WordVectors vectors, PolarWords words) {
        CosineSpace space = new CosineSpace(vectors);
        PolarWords known = words.only(space::contains);
        boolean both = space.contains(GOOD) && space.contains(BAD);
        return new NeighbourQuality(
                both ? space.rank(BAD, GOOD) : null,
                known.positive().size() < 2 || known.negative().size() < 2 ? null : agreement(space, known),
                known.all().size());
    }

    private static double agreement(CosineSpace space, PolarWords words) {
        Set<String> positive = new HashSet<>(words.positive());
        List<String> all = words.all();
        return all.stream()
                .mapToDouble(word -> space.nearestAmong(word, all, NEIGHBOURS).stream()
                        .mapToDouble(other -> positive.contains(word) == positive.contains(other.token()) ? 1 : 0)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }
}
