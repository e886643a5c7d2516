package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelShapeTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "1, 1, 1, 1", "31, 32, 31, 32", "33, 64, 34, 64", "65, 400, 68, 400", "401, 129, 416, 136"
    })
    void covering_keepsFiveBinaryDigitsOfEachSize(int time, int batch, int roundTime, int roundBatch) {
        assertThat(KernelShape.covering(time, batch)).isEqualTo(new KernelShape(roundTime, roundBatch));
    }

    /** Few shapes, so that primitives are found again, and little padding. */
    @Test
    void covering_anySize_addsAtMostASixteenthAndFewShapes() {
        Set<Integer> sizes = new TreeSet<>();
        for (int size = 1; size <= 4_096; size++) {
            int covering = KernelShape.covering(size, 1).time();
            assertThat(covering).isBetween(size, size + size / 16);
            sizes.add(covering);
        }
        assertThat(sizes).hasSize(32 + 7 * 16);
    }

    @Test
    void row_ofEveryStepAndSequence_isAPlaceOfItsOwn() {
        KernelShape shape = KernelShape.covering(13, 20);
        BitSet taken = new BitSet();
        for (int t = 0; t < shape.time(); t++) {
            for (int b = 0; b < shape.batch(); b++) {
                taken.set(shape.row(t, b));
            }
        }
        assertThat(taken.cardinality()).isEqualTo(shape.rows()).isEqualTo(taken.length());
        assertThat(shape.row(3, 5)).as("time is outermost").isEqualTo(3 * shape.batch() + 5);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 4", "1, 1, 1, 4", "57, 5, 57, 8", "57, 16, 57, 16", "3, 17, 3, 32", "64, 64, 64, 64"})
    void fitting_addsNoStepAndFewRows(int time, int batch, int fittingTime, int roundBatch) {
        assertThat(KernelShape.fitting(time, batch)).isEqualTo(new KernelShape(fittingTime, roundBatch));
    }

    @Test
    void rows_beyondAnInt_areRefused() {
        assertThatThrownBy(() -> new KernelShape(100_000, 100_000).rows()).isInstanceOf(ArithmeticException.class);
    }
}
