package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairIndexTest {

    /** Against a map of the JDK's, through many growths, with pairs that repeat. */
    @Test
    void add_manyPairs_numbersThemInOrder() {
        Random random = new Random(7);
        PairIndex index = new PairIndex(100);
        Map<List<Integer>, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < 50_000; i++) {
            int left = random.nextInt(300);
            int right = random.nextInt(300);
            int number = expected.computeIfAbsent(List.of(left, right), pair -> 100 + expected.size());
            assertThat(index.add(left, right)).isEqualTo(number);
        }
        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach((pair, number) ->
                assertThat(index.find(pair.get(0), pair.get(1))).isEqualTo(number));
    }

    @Test
    void find_pairThatIsNotThere_isNone() {
        PairIndex index = new PairIndex(0);
        index.add(1, 2);

        assertThat(index.find(2, 1)).isEqualTo(PairIndex.NONE);
        assertThat(index.find(0, 0)).isEqualTo(PairIndex.NONE);
    }

    @Test
    void add_extremePairs_staysExact() {
        PairIndex index = new PairIndex(0);
        int[] numbers = {0, 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
        int next = 0;
        for (int left : numbers) {
            for (int right : numbers) {
                assertThat(index.add(left, right)).isEqualTo(next++);
            }
        }
        assertThat(index.find(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(15);
    }

    @Test
    void only_everyOther_numbersThemAnew() {
        PairIndex index = new PairIndex(5);
        boolean[] chosen = new boolean[4_000];
        for (int i = 0; i < chosen.length; i++) {
            index.add(i, i + 1);
            chosen[i] = i % 2 == 1;
        }

        PairIndex kept = index.only(chosen);

        assertThat(kept.size()).isEqualTo(2_000);
        assertThat(kept.find(0, 1)).isEqualTo(PairIndex.NONE);
        assertThat(kept.find(1, 2)).isEqualTo(5);
        assertThat(kept.find(3_999, 4_000)).isEqualTo(5 + 1_999);
    }
}
