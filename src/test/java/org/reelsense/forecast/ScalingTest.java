package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.storage.DataException;

class ScalingTest {

    private static final Windowing WINDOWING = new Windowing(2, 1, 2);

    private static final SeriesSet SET = set(new double[] {5, 3, 9, 4, 1, 10}, new double[] {7, 7, 7, 7, 8, 9});

    @Test
    void of_all_takesTheTestPartToo() throws DataException {
        assertThat(Scaling.ALL.of(SET, 0, WINDOWING)).isEqualTo(new MinMax(1, 10));
        assertThat(Scaling.ALL.of(SET, 1, WINDOWING)).isEqualTo(new MinMax(7, 9));
    }

    @Test
    void of_train_seesNothingOfTheTestPart() throws DataException {
        MinMax range = Scaling.TRAIN.of(SET, 0, WINDOWING);

        assertThat(range).isEqualTo(new MinMax(3, 9));
        assertThat(range.scale(SET.series().get(0))[5]).isCloseTo(7 / 6.0, within(1e-15)); // beyond 1, and kept so
        assertThat(range.unscale(range.scale(4.2))).isCloseTo(4.2, within(1e-15));
    }

    @Test
    void of_constantSeries_isNamedByRow() {
        SeriesSet flat = set(new double[] {1, 2, 1, 2, 1, 2}, new double[] {4, 4, 4, 4, 4, 4});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Scaling.ALL.of(flat, 1, WINDOWING))
                .withMessage("Row 2 of made is 4.0 in all of its 6 values: a constant series cannot be scaled, so leave"
                        + " the row out");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Scaling.TRAIN.of(SET, 1, WINDOWING))
                .withMessageContaining("Row 2 of made is 7.0 in all of its first 4 values, before the test part");
    }

    @Test
    void of_rangeBeyondAllNumbers_isNamedByRow() {
        SeriesSet wide = set(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE, 0, 0, 0, 0});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Scaling.ALL.of(wide, 0, WINDOWING))
                .withMessageContaining("Row 1 of made")
                .withMessageContaining("too far to be scaled");
    }

    @Test
    void named_ids_areThoseOfTheCommandLine() {
        assertThat(Scaling.named("all")).isSameAs(Scaling.ALL);
        assertThat(Scaling.named("train")).isSameAs(Scaling.TRAIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaling.named("test"))
                .withMessageContaining("all or train");
    }

    @Test
    void seriesSet_unsoundValues_areRefusedByPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(new double[] {1, 2}, new double[] {1}))
                .withMessageContaining("row 2 has 1 values where row 1 has 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(new double[] {1, Double.NaN}))
                .withMessageContaining("row 1, column 2 is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> set(new double[0]));
    }

    private static SeriesSet set(double[]... series) {
        return new SeriesSet("made", "0".repeat(64), List.of(series));
    }
}
