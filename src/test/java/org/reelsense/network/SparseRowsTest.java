package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseRowsTest {

    private static final int VOCABULARY = 1_000;
    private static final int WIDTH = 3;

    @Test
    void add_manyRows_actsAsAMapThatAddsUp() {
        SplittableRandom random = new SplittableRandom(1);
        SparseRows rows = new SparseRows(VOCABULARY, WIDTH);
        for (int round = 0; round < 5; round++) {
            Map<Integer, float[]> model = new LinkedHashMap<>();
            int additions = 400 * round * round; // 0 to 6,400: beyond the 256 rows there is room for at first
            for (int i = 0; i < additions; i++) {
                addToBoth(random, rows, model);
            }
            assertEqual(rows, model);
            rows.clear();
            assertThat(rows.count()).isZero();
        }
    }

    @Test
    void sum_ofUnitedParts_isThatOfAllRows() {
        SplittableRandom random = new SplittableRandom(2);
        List<SparseRows> parts = List.of(
                new SparseRows(VOCABULARY, WIDTH),
                new SparseRows(VOCABULARY, WIDTH),
                new SparseRows(VOCABULARY, WIDTH));
        SparseRows sum = new SparseRows(VOCABULARY, WIDTH);
        for (int round = 0; round < 3; round++) { // what is left over from a round does not show in the next
            parts.forEach(SparseRows::clear);
            Map<Integer, float[]> model = new LinkedHashMap<>();
            for (SparseRows part : parts) {
                for (int i = 0; i < 300 * round; i++) {
                    addToBoth(random, part, model);
                }
            }
            sum.unite(parts);
            for (int begin = 0; begin < sum.count(); begin += 100) {
                sum.sum(parts, begin, Math.min(begin + 100, sum.count()));
            }
            assertEqual(sum, model);
        }
    }

    /** Whole numbers, so that no order of addition matters. */
    private static void addToBoth(SplittableRandom random, SparseRows rows, Map<Integer, float[]> model) {
        int id = random.nextInt(VOCABULARY);
        int offset = random.nextInt(4);
        float[] from = new float[offset + WIDTH + 2];
        for (int i = 0; i < from.length; i++) {
            from[i] = random.nextInt(-9, 10);
        }
        rows.add(id, from, offset);
        float[] sum = model.computeIfAbsent(id, absent -> new float[WIDTH]);
        for (int i = 0; i < WIDTH; i++) {
            sum[i] += from[offset + i];
        }
    }

    /** Slots in order of first touch, as a LinkedHashMap keeps its keys. */
    private static void assertEqual(SparseRows rows, Map<Integer, float[]> model) {
        assertThat(rows.count()).isEqualTo(model.size());
        int slot = 0;
        for (int id : model.keySet()) {
            assertThat(rows.id(slot)).isEqualTo(id);
            assertRow(rows, slot++, model);
        }
    }

    private static void assertRow(SparseRows rows, int slot, Map<Integer, float[]> model) {
        float[] row = new float[WIDTH];
        System.arraycopy(rows.values(), slot * rows.width(), row, 0, WIDTH);
        assertThat(row).containsExactly(model.get(rows.id(slot)));
    }
}
