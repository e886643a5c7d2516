package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesTest {

    @Test
    void of_sample_givesTheSlicesOfTheReference() throws IOException {
        SliceGolden golden = SliceGolden.read();
        boolean[] correct = new boolean[golden.traits().size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = i % 3 != 0;
        }

        assertThat(Slices.of(golden.traits(), correct))
                .isEqualTo(golden.slices())
                .hasSize(18);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1-99", "99, 1-99", "100, 100-149", "149, 100-149", "150, 150-199", "199, 150-199", "200, 200-299",
        "299, 200-299", "300, 300-499", "499, 300-499", "500, 500-999", "999, 500-999", "1000, 1000+", "60000, 1000+"
    })
    void of_length_reachesItsLowerBound(int length, String label) {
        assertThat(label("length", new ReviewTraits(length, 1, 0, 0))).isEqualTo(label);
    }

    /** On the bound too: 3 of 100 and 21 of 700 are no less than 3 %. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, none", "0, 2000, none", "1, 2000, under 1", "1, 101, under 1", "1, 100, 1-2", "7, 700, 1-2",
        "199, 10000, 1-2", "1, 50, 2-3", "299, 10000, 2-3", "3, 100, 3+", "21, 700, 3+", "5, 5, 3+"
    })
    void of_negation_isARate(int negations, int length, String label) {
        assertThat(label("negation", new ReviewTraits(length, 1, negations, 0))).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 50, under 4 %",
        "399, 10000, under 4 %",
        "4, 100, 4-6 %",
        "1, 25, 4-6 %",
        "599, 10000, 4-6 %",
        "3, 50, 6-8 %",
        "799, 10000, 6-8 %",
        "2, 25, 8-10 %",
        "999, 10000, 8-10 %",
        "7, 70, 10 %+",
        "60, 60, 10 %+"
    })
    void of_rarity_isAShare(int rare, int length, String label) {
        assertThat(label("rarity", new ReviewTraits(length, 1, 0, rare))).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void of_stars_areTheirOwnLabel(int stars) {
        assertThat(label("stars", new ReviewTraits(80, stars, 0, 0))).isEqualTo(Integer.toString(stars));
    }

    private static String label(String by, ReviewTraits review) {
        return Slices.of(List.of(review), new boolean[1]).stream()
                .filter(slice -> slice.by().equals(by))
                .map(Diagnostics.Slice::label)
                .reduce((first, second) -> first + " and " + second)
                .orElse("none of them");
    }

    @Test
    void of_unknownStars_leavesThemOut() {
        assertThat(Slices.of(List.of(new ReviewTraits(80, 0, 1, 2)), new boolean[] {true}))
                .containsExactly(
                        new Diagnostics.Slice("length", "1-99", 1, 1),
                        new Diagnostics.Slice("negation", "1-2", 1, 1),
                        new Diagnostics.Slice("rarity", "under 4 %", 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "negation", "rarity", "stars"})
    void of_anyReviews_addUpToAll(String by) {
        Random random = new Random(7);
        List<ReviewTraits> traits = IntStream.range(0, 1_000)
                .mapToObj(i -> {
                    int length = 1 + random.nextInt(1_500);
                    return new ReviewTraits(
                            length, 1 + random.nextInt(10), random.nextInt(length + 1), random.nextInt(length + 1));
                })
                .toList();
        boolean[] correct = new boolean[1_000];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = random.nextBoolean();
        }

        List<Diagnostics.Slice> slices = Slices.of(traits, correct).stream()
                .filter(slice -> slice.by().equals(by))
                .toList();

        assertThat(slices.stream().mapToLong(Diagnostics.Slice::reviews).sum()).isEqualTo(1_000);
        assertThat(slices.stream().mapToLong(Diagnostics.Slice::correct).sum())
                .isEqualTo(IntStream.range(0, 1_000).filter(i -> correct[i]).count());
        assertThat(slices).allMatch(slice -> slice.reviews() > 0);
    }

    @Test
    void of_noReviews_hasNoSlices() {
        assertThat(Slices.of(List.of(), new boolean[0])).isEmpty();
    }

    @Test
    void of_otherReviews_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slices.of(List.of(), new boolean[2]))
                .withMessage("correct has 2 reviews, traits have 0; give the same reviews to both");
    }
}
