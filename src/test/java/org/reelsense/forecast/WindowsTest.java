package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.storage.DataException;

/** Series whose values are their own places show what lies where. */
class WindowsTest {

    @ParameterizedTest
    @CsvSource({"3032, 1, 2721, 251", "3032, 20, 2721, 232", "3584, 1, 3273, 251", "3584, 20, 3273, 232"})
    void windows_ofTheExperiment_areAsManyAsPublished(int length, int horizon, int train, int test) {
        Windowing windowing = Windowing.ofExperiment(horizon);
        double[] places = places(length);

        assertThat(Windows.train(places, windowing).count())
                .isEqualTo(windowing.trainWindows(length))
                .isEqualTo(train);
        assertThat(Windows.test(places, windowing).count())
                .isEqualTo(windowing.testWindows())
                .isEqualTo(test);
    }

    @Test
    void windows_smallSeries_lieWhereTheyShould() {
        Windowing windowing = new Windowing(3, 2, 4);
        Windows train = Windows.train(places(10), windowing);
        Windows test = Windows.test(places(10), windowing);

        assertThat(train.inputs()).isDeepEqualTo(new double[][] {{0, 1, 2}, {1, 2, 3}, {2, 3, 4}});
        assertThat(train.targets()).isDeepEqualTo(new double[][] {{3, 4}, {4, 5}, {5, 6}});
        assertThat(test.inputs()).isDeepEqualTo(new double[][] {{3, 4, 5}, {4, 5, 6}, {5, 6, 7}});
        assertThat(test.targets()).isDeepEqualTo(new double[][] {{6, 7}, {7, 8}, {8, 9}});
    }

    /** The known quirk: at 20 steps, the training targets reach 19 values into the test part; at one step none does. */
    @ParameterizedTest
    @CsvSource({"1, 0", "20, 19"})
    void targets_ofTrainingAndTest_shareAsManyAsIsSaid(int horizon, int shared) {
        Windowing windowing = Windowing.ofExperiment(horizon);
        Set<Double> common = distinct(Windows.train(places(3584), windowing).targets());
        common.retainAll(distinct(Windows.test(places(3584), windowing).targets()));

        assertThat(windowing.sharedTargets()).isEqualTo(shared);
        assertThat(common).hasSize(shared).allMatch(place -> place >= 3584 - 251);
    }

    @Test
    void requireFits_shortSeries_isRefusedWithTheLengthNeeded() throws DataException {
        Windowing windowing = Windowing.ofExperiment(20);
        windowing.requireFits(set(331));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> windowing.requireFits(set(330)))
                .withMessageContaining("Row 1 of places, like all its rows, has 330 values where 331 are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Windows.train(places(330), windowing))
                .withMessageContaining("331 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.test(places(5), windowing));
    }

    @Test
    void windowing_impossibleLengths_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Windowing(0, 1, 251));
        assertThatIllegalArgumentException().isThrownBy(() -> new Windowing(60, 0, 251));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Windowing(60, 251, 251))
                .withMessageContaining("horizon is 251; it must be less than the test part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Windowing(Integer.MAX_VALUE, 1, 251))
                .withMessageContaining("more values than a series can have");
    }

    private static Set<Double> distinct(double[][] targets) {
        return Arrays.stream(targets).flatMapToDouble(Arrays::stream).boxed().collect(Collectors.toSet());
    }

    private static SeriesSet set(int length) {
        return new SeriesSet("places", "0".repeat(64), List.of(places(length)));
    }

    private static double[] places(int length) {
        return IntStream.range(0, length).asDoubleStream().toArray();
    }
}
