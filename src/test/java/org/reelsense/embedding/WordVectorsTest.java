package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.text.Vocabulary;

class WordVectorsTest {

    private static final Vocabulary FIVE =
            Vocabulary.build(List.of("a", "b", "c", "d", "e"), new int[] {9, 8, 7, 6, 5}, 1, 10);

    private static final WordVectors PLANE = new WordVectors(FIVE, 2, new float[] {
        0, 0, // <unk>
        1, 0, // a
        -3, 0, // b: opposite
        0, 2, // c: at a right angle
        5, 5, // d: between
        0, 0 // e: never seen
    });

    @Test
    void nearest_plane_ordersByCosineAndTiesByFrequency() {
        List<WordVectors.Neighbour> nearest = PLANE.nearest("a", 10);

        assertThat(nearest).extracting(WordVectors.Neighbour::token).containsExactly("d", "c", "e", "b");
        assertThat(nearest.get(0).similarity()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(nearest.get(1).similarity()).isZero();
        assertThat(nearest.get(2).similarity()).isZero();
        assertThat(nearest.get(3).similarity()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void nearest_fewer_takesTheFirst() {
        assertThat(PLANE.nearest("b", 2)).isEqualTo(PLANE.nearest("b", 10).subList(0, 2));
        assertThat(PLANE.nearest("b", 0)).isEmpty();
    }

    @Test
    void nearest_wordNeverSeen_isNearToNone() {
        assertThat(PLANE.nearest("e", 10))
                .extracting(WordVectors.Neighbour::token)
                .containsExactly("a", "b", "c", "d");
        assertThat(PLANE.nearest("e", 10)).allMatch(neighbour -> neighbour.similarity() == 0);
    }

    @Test
    void nearest_unknownWord_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANE.nearest("A", 3))
                .withMessageContaining("'A' is not among the 6 words")
                .withMessageContaining("lower-case");
    }

    @Test
    void size_moreThanAnArrayHolds_isRefused() {
        assertThat(WordVectors.size(FIVE, 3)).isEqualTo(18);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordVectors.size(FIVE, 1 << 30)) // 6 * 2^30 is 2^31 too much for an int
                .withMessageContaining("6 words of 1073741824 dimensions are 6442450944 numbers");
    }

    @Test
    void vectors_otherNumberOfValues_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordVectors(FIVE, 3, new float[17]))
                .withMessageContaining("17 values for 6 tokens of dimension 3");
    }

    /** Written out as running text, each column has mean 0 and variance 1. */
    @Test
    void standardised_runningText_hasMeanZeroAndVarianceOne() {
        long[] counts = {7, 50, 20, 9, 4, 3};
        float[] values = random(6 * 4);
        Arrays.fill(values, 0, 4, 0);
        Arrays.fill(values, 5 * 4, 6 * 4, 0);

        float[] scaled = new WordVectors(FIVE, 4, values).standardised(counts).values();

        for (int column = 0; column < 4; column++) {
            double[] text = runningText(scaled, column, counts);
            double mean = Arrays.stream(text).average().orElseThrow();
            double variance = Arrays.stream(text)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(0, within(1e-6));
            assertThat(variance).isCloseTo(1, within(1e-6));
        }
        assertThat(Arrays.copyOfRange(scaled, 0, 4)).containsOnly(0);
        assertThat(Arrays.copyOfRange(scaled, 20, 24)).containsOnly(0);
    }

    /** Ids 1 to 4, each as often as it occurs; 0 and 5 have no vector. */
    private static double[] runningText(float[] values, int column, long[] counts) {
        return IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMapToDouble(id ->
                        DoubleStream.generate(() -> values[id * 4 + column]).limit(counts[id]))
                .toArray();
    }

    @Test
    void standardised_column_isOnlyShiftedAndScaled() {
        float[] values = random(6 * 4);
        WordVectors vectors = new WordVectors(FIVE, 4, values);
        float[] before = values.clone();

        float[] scaled = vectors.standardised(new long[] {1, 5, 4, 3, 2, 1}).values();

        for (int column = 0; column < 4; column++) {
            double ratio = (scaled[8 + column] - scaled[4 + column]) / (values[8 + column] - values[4 + column]);
            assertThat(ratio).isPositive();
            assertThat((double) scaled[20 + column] - scaled[4 + column])
                    .isCloseTo(ratio * (values[20 + column] - values[4 + column]), within(1e-4));
        }
        assertThat(values).isEqualTo(before);
    }

    @Test
    void standardised_otherNumberOfCounts_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANE.standardised(new long[5]))
                .withMessageContaining("counts: 5 for 6 tokens");
    }

    private static float[] random(int size) {
        Random random = new Random(6);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (3 + 2 * random.nextGaussian());
        }
        return values;
    }
}
