package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void percentages_ordinaryAccuracies_haveRoundTicks() {
        assertThat(labels(Axis.percentages(new double[] {85.2, 90.04})))
                .containsExactly("85", "86", "87", "88", "89", "90", "91");
        assertThat(labels(Axis.percentages(new double[] {89.74, 90.6})))
                .startsWith("89.6", "89.8")
                .endsWith("90.6");
        assertThat(labels(Axis.percentages(new double[] {0, 100}))).containsExactly("0", "20", "40", "60", "80", "100");
    }

    @Test
    void percentages_equalValues_getRoom() {
        assertThat(labels(Axis.percentages(new double[] {100})))
                .startsWith("99.5")
                .endsWith("100.0");
    }

    @Test
    void percentages_anyValues_lieWithinWithDistinctLabels() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double a = random.nextDouble() * 100;
            double b = Math.min(100, a + Math.pow(10, -random.nextInt(8)) * random.nextDouble() * 100);
            Axis axis = Axis.percentages(new double[] {b, a});

            assertThat(axis.low()).isBetween(-1e-9, a + 1e-9);
            assertThat(axis.high()).isBetween(b - 1e-9, 100 + 1e-9);
            assertThat(labels(axis)).doesNotHaveDuplicates().hasSizeBetween(3, 9);
        }
    }

    @Test
    void epochs_fewOrMany_haveWholeTicksWithin() {
        assertThat(labels(Axis.epochs(1, 1))).containsExactly("1");
        assertThat(labels(Axis.epochs(1, 5))).containsExactly("1", "2", "3", "4", "5");
        assertThat(labels(Axis.epochs(1, 12))).containsExactly("2", "4", "6", "8", "10", "12");
        assertThat(labels(Axis.epochs(1, Integer.MAX_VALUE))).hasSizeLessThan(10);
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(axis::label).toList();
    }
}
