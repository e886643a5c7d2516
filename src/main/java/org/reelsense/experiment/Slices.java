package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Accuracy by traits of the reviews. The bounds are fixed, so that the slices of any runs over the same reviews add up;
 * they were set on the IMDB training reviews, before any score was looked at. A lower bound belongs to its slice, an
 * upper one to the next.
 *
 * <ul>
 *   <li>{@code length}: tokens.
 *   <li>{@code stars}: as given; reviews of unknown stars are in no slice.
 *   <li>{@code negation}: negations for each 100 tokens. Not their number, which is mostly length once more (correlation
 *       0.71; of the rate -0.07).
 *   <li>{@code rarity}: percent of tokens that are rare, see {@link ReviewTraits}.
 * </ul>
 */
final class Slices {

    private static final List<Trait> TRAITS = List.of(
            new Trait(
                    "length",
                    List.of("1-99", "100-149", "150-199", "200-299", "300-499", "500-999", "1000+"),
                    review -> place(review.length(), 1, 100, 150, 200, 300, 500, 1_000)),
            new Trait(
                    "stars",
                    IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toList(),
                    review -> review.stars() - 1),
            new Trait(
                    "negation",
                    List.of("none", "under 1", "1-2", "2-3", "3+"),
                    review -> review.negations() == 0
                            ? 0
                            : 1 + place(100L * review.negations(), review.length(), 1, 2, 3)),
            new Trait(
                    "rarity",
                    List.of("under 4 %", "4-6 %", "6-8 %", "8-10 %", "10 %+"),
                    review -> place(100L * review.rare(), review.length(), 4, 6, 8, 10)));

    private Slices() {}

    /**
     * What the reviews are sorted by.
     *
     * @param labels of its slices, in their order
     * @param place of a review's slice among the labels, or -1 for none
     */
    private record Trait(String by, List<String> labels, ToIntFunction<ReviewTraits> place) {

        List<Diagnostics.Slice> slices(List<ReviewTraits> traits, boolean[] correct) {
            long[] reviews = new long[labels.size()];
            long[] right = new long[labels.size()];
            for (int i = 0; i < correct.length; i++) {
                int slice = place.applyAsInt(traits.get(i));
                if (slice >= 0) {
                    reviews[slice]++;
                    right[slice] += correct[i] ? 1 : 0;
                }
            }
            return IntStream.range(0, reviews.length)
                    .filter(slice -> reviews[slice] > 0)
                    .mapToObj(slice -> new Diagnostics.Slice(by, labels.get(slice), reviews[slice], right[slice]))
                    .toList();
        }
    }

    /** How many of the bounds {@code part / whole} reaches; in whole numbers, so that it is exact on the bound. */
    private static int place(long part, long whole, int... bounds) {
        return (int) IntStream.of(bounds).filter(bound -> part >= bound * whole).count();
    }

    /**
     * By length, stars, negation and rarity, in this order; slices without a review are left out.
     *
     * @param correct whether a model got each review right
     * @throws IllegalArgumentException if there are not as many of both
     */
    static List<Diagnostics.Slice> of(List<ReviewTraits> traits, boolean[] correct) {
        if (traits.size() != correct.length) {
            throw new IllegalArgumentException("correct has " + correct.length + " reviews, traits have "
                    + traits.size() + "; give the same reviews to both");
        }
        List<Diagnostics.Slice> slices = new ArrayList<>();
        TRAITS.forEach(trait -> slices.addAll(trait.slices(traits, correct)));
        return List.copyOf(slices);
    }
}
