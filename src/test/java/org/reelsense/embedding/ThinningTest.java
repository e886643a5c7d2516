package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final long[] COUNTS = {0, 900_000, 90_000, 9_900, 100};
    private static final double THRESHOLD = 1e-3;

    /** Each word stays as often as the formula says, within four standard deviations. */
    @Test
    void apply_muchText_keepsTheShareOfTheFormula() {
        int each = 100_000;
        for (int id = 1; id < COUNTS.length; id++) {
            double share = COUNTS[id] / 1e6;
            double expected = Math.min(1, Math.sqrt(THRESHOLD / share) + THRESHOLD / share);
            double deviation = Math.sqrt(expected * (1 - expected) / each);

            assertThat(keptOf(id, each) / (double) each).isCloseTo(expected, within(4 * deviation));
        }
    }

    private static int keptOf(int id, int occurrences) {
        int[] text = new int[occurrences];
        Arrays.fill(text, id);
        return new Thinning(COUNTS, THRESHOLD).apply(text, 0, occurrences, new int[occurrences], new SplitMix(5, id));
    }

    @Test
    void apply_thresholdZero_keepsEverything() {
        int[] text = IntStream.range(0, 50).map(i -> 1 + i % 4).toArray();
        int[] kept = new int[50];

        assertThat(new Thinning(COUNTS, 0).apply(text, 0, 50, kept, new SplitMix(5)))
                .isEqualTo(50);
        assertThat(kept).isEqualTo(text);
    }

    @Test
    void apply_partOfAText_keepsOrderAndStaysInside() {
        int[] text = {1, 4, 3, 4, 3, 4, 1};
        int[] kept = new int[7];

        assertThat(new Thinning(COUNTS, 1).apply(text, 1, 6, kept, new SplitMix(5)))
                .isEqualTo(5);
        assertThat(kept).startsWith(4, 3, 4, 3, 4);
    }
}
