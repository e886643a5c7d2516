package org.reelsense.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitCountsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 255, 256, 1000, 70_001})
    void of_anyNumberOfWords_isTheCountBitByBit(int draws) {
        Random random = new Random(draws);
        long[] words = {-1, 0, 1L << 63, random.nextLong(), random.nextLong(), random.nextLong()};
        int[] drawn = random.ints(draws, 0, words.length).toArray();
        int[] expected = new int[64];
        for (int one : drawn) {
            for (int bit = 0; bit < 64; bit++) {
                expected[bit] += (int) (words[one] >>> bit & 1);
            }
        }

        assertThat(BitCounts.of(words, drawn)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4095, 4096, 100_000})
    void of_allBitsSet_carriesThroughAllDigits(int draws) {
        assertThat(BitCounts.of(new long[] {-1}, new int[draws])).containsOnly(draws);
    }
}
