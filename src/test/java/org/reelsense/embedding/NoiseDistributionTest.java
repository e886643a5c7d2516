package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseDistributionTest {

    private static final int DRAWS = 400_000;

    /** Counts like a text's: the first word 200 times as frequent as the last. */
    @Test
    void draw_manyTimes_followsTheCountsToThePowerOfThreeQuarters() {
        long[] counts = new long[200];
        for (int id = 1; id < counts.length; id++) {
            counts[id] = 20_000 / id;
        }
        double total = Arrays.stream(counts).mapToDouble(c -> Math.pow(c, 0.75)).sum();

        long[] drawn = draw(counts);

        double chiSquare = 0;
        for (int id = 1; id < counts.length; id++) {
            double expected = DRAWS * Math.pow(counts[id], 0.75) / total;
            chiSquare += (drawn[id] - expected) * (drawn[id] - expected) / expected;
        }
        // 198 degrees of freedom: mean 198, standard deviation 20
        assertThat(chiSquare).isBetween(120.0, 290.0);
    }

    @Test
    void draw_wordsThatNeverOccur_areNeverDrawn() {
        long[] drawn = draw(new long[] {0, 5, 0, 0, 7, 0});

        assertThat(drawn[1] + drawn[4]).isEqualTo(DRAWS);
        assertThat(drawn[1]).isPositive();
        assertThat(drawn[4]).isGreaterThan(drawn[1]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000_000_000L})
    void draw_onlyWord_isAlwaysDrawn(long count) {
        assertThat(draw(new long[] {0, 0, count})).containsExactly(0, 0, DRAWS);
    }

    private static long[] draw(long[] counts) {
        NoiseDistribution noise = new NoiseDistribution(counts);
        SplitMix random = new SplitMix(3);
        long[] drawn = new long[counts.length];
        for (int i = 0; i < DRAWS; i++) {
            drawn[noise.draw(random)]++;
        }
        return drawn;
    }
}
