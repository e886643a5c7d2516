package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void percent_anyValues_liesAroundThemAndWithinHundred() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double a = random.nextDouble() * 100;
            double b = Math.min(100, a + Math.pow(10, -random.nextInt(8)) * random.nextDouble() * 100);
            Scale scale = Scale.percent("", DoubleStream.of(b, a));

            assertThat(scale.low()).isBetween(0.0, a);
            assertThat(scale.high()).isBetween(b, 100.0);
            assertThat(scale.high() - scale.low()).isGreaterThanOrEqualTo(0.5);
        }
    }

    @Test
    void epochs_fewOrMany_haveWholeTicksWithin() {
        assertThat(Scale.epochs("", 1, 1).labels()).containsExactly("1");
        assertThat(Scale.epochs("", 1, 5).labels()).containsExactly("1", "2", "3", "4", "5");
        assertThat(Scale.epochs("", 1, 12).labels()).containsExactly("2", "4", "6", "8", "10", "12");
        assertThat(Scale.epochs("", 1, 10_000_000).labels()).hasSizeLessThan(10);
    }

    @Test
    void logarithmic_fewPowers_marksTwoAndFiveToo() {
        assertThat(Scale.logarithmic("", DoubleStream.of(1_000, 22_500)).labels())
                .containsExactly("1,000", "2,000", "5,000", "10,000", "20,000");
        assertThat(Scale.logarithmic("", DoubleStream.of(0.02, 300)).labels()).containsExactly("0.1", "1", "10", "100");
    }

    @Test
    void position_lowHighAndMiddle_areZeroOneAndHalf() {
        Scale linear = Scale.within("", 80, 100);
        Scale powers = Scale.logarithmic("", DoubleStream.of(10, 1_000));

        assertThat(linear.position(80)).isZero();
        assertThat(linear.position(90)).isEqualTo(0.5);
        assertThat(powers.position(100)).isCloseTo(0.5, within(1e-12));
    }
}
