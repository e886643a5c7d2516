package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.network.Cell;
import org.reelsense.network.GradientStretch;
import org.reelsense.network.Gradients;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Parameters;
import org.reelsense.network.Weights;

class TrainingStateTest {

    private static final int VOCABULARY = 40;
    private static final int WIDTH = 3;
    private static final NetworkSpec SPEC = new NetworkSpec(Cell.RNN, false, VOCABULARY, WIDTH, 2, 8);
    private static final float WIDE = 1e6f;

    /** The average that a plain trainer keeps: all weights, every step. */
    private static final class DenseAverage {
        private final float averaging;
        private final double[] embedding;
        private final double[] dense;
        private int step;

        DenseAverage(Parameters initial, float averaging) {
            this.averaging = averaging;
            embedding = doubles(initial.embedding());
            dense = doubles(initial.dense());
        }

        void add(Parameters weights) {
            step++;
            double decay = Math.min(averaging, (1.0 + step) / (10.0 + step));
            add(embedding, weights.embedding(), decay);
            add(dense, weights.dense(), decay);
        }

        private static void add(double[] average, float[] values, double decay) {
            for (int i = 0; i < average.length; i++) {
                average[i] = decay * average[i] + (1 - decay) * values[i];
            }
        }

        private static double[] doubles(float[] values) {
            double[] doubles = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                doubles[i] = values[i];
            }
            return doubles;
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.5f, 0.9f, 0.998f})
    void averaged_randomSparseSteps_equalsTheDenseAverage(float averaging) {
        Random random = new Random(11);
        Parameters initial = initial();
        TrainingState state = new TrainingState(initial, averaging);
        DenseAverage expected = new DenseAverage(initial, averaging);
        for (int step = 1; step <= 400; step++) {
            apply(state, gradients(random), 0.01f, 0.02f, 1);
            expected.add(state.weights());
            if (step % 90 == 0 || step == 400) {
                assertClose(state.averaged(), expected);
            }
        }
        assertThat(state.weights().embedding()).isNotEqualTo(initial.embedding());
    }

    private static void assertClose(Parameters averaged, DenseAverage expected) {
        for (int i = 0; i < expected.embedding.length; i++) {
            assertThat((double) averaged.embedding()[i]).isCloseTo(expected.embedding[i], within(2e-5));
        }
        for (int i = 0; i < expected.dense.length; i++) {
            assertThat((double) averaged.dense()[i]).isCloseTo(expected.dense[i], within(2e-5));
        }
    }

    @Test
    void averaged_noAveraging_isTheWeights() {
        TrainingState state = new TrainingState(initial(), 0);
        Random random = new Random(3);
        for (int step = 0; step < 20; step++) {
            apply(state, gradients(random), 0.01f, 0.02f, 1);
        }

        assertThat(state.averaged().embedding()).isEqualTo(state.weights().embedding());
        assertThat(state.averaged().dense()).isEqualTo(state.weights().dense());
    }

    @Test
    void averaged_called_changesNoLaterStep() {
        TrainingState asked = new TrainingState(initial(), 0.9f);
        TrainingState left = new TrainingState(initial(), 0.9f);
        for (int step = 0; step < 20; step++) {
            apply(asked, gradients(new Random(step)), 0.01f, 0.02f, 1);
            apply(left, gradients(new Random(step)), 0.01f, 0.02f, 1);
            asked.averaged();
        }

        assertThat(asked.weights().embedding()).isEqualTo(left.weights().embedding());
        assertThat(asked.weights().dense()).isEqualTo(left.weights().dense());
    }

    @Test
    void apply_someRows_leavesTheOthersAndTheirMomentsAlone() {
        Parameters initial = initial();
        TrainingState state = new TrainingState(initial, 0.9f);
        apply(state, rows(1, 2), 0.01f, 0.02f, WIDE);
        TrainingState.Snapshot before = copy(state.snapshot());

        apply(state, rows(2, 5), 0.01f, 0.02f, WIDE);

        TrainingState.Snapshot after = state.snapshot();
        for (int id = 0; id < VOCABULARY; id++) {
            boolean touched = id == 2 || id == 5;
            assertThat(sameRow(id, before.weights(), after.weights())).isEqualTo(!touched);
            assertThat(sameRow(id, before.firstMoments(), after.firstMoments())).isEqualTo(!touched);
            assertThat(sameRow(id, before.secondMoments(), after.secondMoments()))
                    .isEqualTo(!touched);
        }
        assertThat(sameRow(1, initial, after.weights())).isFalse();
        assertThat(sameRow(3, initial, after.averages())).isTrue();
    }

    /** The first moment after one step is a tenth of the clipped gradient. */
    @ParameterizedTest
    @ValueSource(floats = {0.1f, 1, 1e3f})
    void apply_longGradient_isCutToTheNorm(float clipNorm) {
        Gradients gradients = gradients(new Random(2));
        double norm = Math.sqrt(
                squares(gradients.dense()) + squares(gradients.embedding().values()));
        assertThat(norm).isBetween(2.0, 500.0);
        TrainingState state = new TrainingState(initial(), 0.9f);

        apply(state, gradients, 0.01f, 0.02f, clipNorm);

        Parameters first = state.snapshot().firstMoments();
        double clipped = Math.sqrt(squares(first.dense()) + squares(first.embedding())) / 0.1;
        assertThat(clipped).isCloseTo(Math.min(norm, clipNorm), within(1e-5 * norm));
        assertThat(first.dense()[0] / 0.1).isCloseTo(gradients.dense()[0] * Math.min(1, clipNorm / norm), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void apply_gradientNotFinite_leavesTheStateAsItWas(float bad) {
        TrainingState state = new TrainingState(initial(), 0.9f);
        apply(state, rows(1, 2), 0.01f, 0.02f, 1);
        TrainingState.Snapshot before = copy(state.snapshot());
        Gradients inDense = rows(3);
        inDense.dense()[1] = bad;
        Gradients inRows = rows(3);
        inRows.embedding().add(4, new float[] {0, bad, 0}, 0);

        for (Gradients gradients : new Gradients[] {inDense, inRows}) {
            assertThatExceptionOfType(DivergedException.class)
                    .isThrownBy(() -> apply(state, gradients, 0.01f, 0.02f, 1))
                    .withMessageContaining("after step 1")
                    .withMessageContaining("lower the learning rate");
        }

        assertThat(state.snapshot()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void snapshot_goneOnFrom_givesTheSameSteps() {
        TrainingState whole = new TrainingState(initial(), 0.9f);
        TrainingState first = new TrainingState(initial(), 0.9f);
        for (int step = 0; step < 10; step++) {
            apply(whole, gradients(new Random(step)), 0.01f, 0.02f, 1);
            apply(first, gradients(new Random(step)), 0.01f, 0.02f, 1);
        }
        TrainingState second = new TrainingState(copy(first.snapshot()), 0.9f);
        for (int step = 10; step < 20; step++) {
            apply(whole, gradients(new Random(step)), 0.01f, 0.02f, 1);
            apply(second, gradients(new Random(step)), 0.01f, 0.02f, 1);
        }

        assertThat(second.snapshot()).usingRecursiveComparison().isEqualTo(whole.snapshot());
    }

    private static TrainingState.Snapshot copy(TrainingState.Snapshot snapshot) {
        return new TrainingState.Snapshot(
                snapshot.weights().copy(),
                snapshot.firstMoments().copy(),
                snapshot.secondMoments().copy(),
                snapshot.averages().copy(),
                snapshot.averagedUntil().clone(),
                snapshot.step(),
                snapshot.logDecay());
    }

    private static boolean sameRow(int id, Parameters a, Parameters b) {
        for (int i = id * WIDTH; i < (id + 1) * WIDTH; i++) {
            if (a.embedding()[i] != b.embedding()[i]) {
                return false;
            }
        }
        return true;
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    private static Parameters initial() {
        return Weights.initial(SPEC, random(new Random(1), VOCABULARY * WIDTH), 1)
                .parameters();
    }

    /** Dense, and a few rows: some come often, some never. */
    private static Gradients gradients(Random random) {
        Gradients gradients = Gradients.zero(SPEC);
        System.arraycopy(random(random, gradients.dense().length), 0, gradients.dense(), 0, gradients.dense().length);
        for (int i = 0; i < 3; i++) {
            int id = (int) (VOCABULARY * 0.9 * Math.pow(random.nextDouble(), 3));
            gradients.embedding().add(id, random(random, WIDTH), 0);
        }
        return gradients;
    }

    private static Gradients rows(int... ids) {
        Gradients gradients = Gradients.zero(SPEC);
        for (int id : ids) {
            gradients.embedding().add(id, new float[] {1, -2, 3}, 0);
        }
        return gradients;
    }

    private static float[] random(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** One step on this thread. */
    private static void apply(
            TrainingState state, Gradients gradients, float learningRate, float embeddingRate, float clipNorm) {
        apply(state, gradients, GradientStretch.of(gradients), learningRate, embeddingRate, clipNorm);
    }

    private static void apply(
            TrainingState state,
            Gradients gradients,
            List<GradientStretch> stretches,
            float learningRate,
            float embeddingRate,
            float clipNorm) {
        Gradients sum = Gradients.zero(state.weights());
        sum.unite(List.of(gradients));
        double squares = 0;
        for (GradientStretch stretch : GradientStretch.of(sum)) {
            squares += sum.sum(List.of(gradients), stretch);
        }
        TrainingState.Update update =
                state.begin(Math.sqrt(squares), AdamSpec.slanted(learningRate, embeddingRate, 0), 1, clipNorm);
        stretches.forEach(stretch -> state.apply(update, sum, stretch));
    }

    /** Which thread comes first is chance; the weights may not show it. */
    @Test
    void apply_stretchesInAnyOrder_givesTheSameBits() {
        NetworkSpec spec = new NetworkSpec(Cell.GRU, true, 600, 5, 70, 8);
        Parameters initial = Weights.initial(spec, new float[600 * 5], 1).parameters();
        TrainingState forward = new TrainingState(initial, 0.9f);
        TrainingState shuffled = new TrainingState(initial, 0.9f);
        Random random = new Random(4);
        for (int step = 0; step < 5; step++) {
            Gradients gradients = Gradients.zero(spec);
            for (int i = 0; i < gradients.dense().length; i++) {
                gradients.dense()[i] = (float) random.nextGaussian();
            }
            for (int id = 0; id < 600; id += 1 + random.nextInt(2)) {
                gradients.embedding().add(id, new float[] {1, 2, random.nextFloat(), -1, id}, 0);
            }
            List<GradientStretch> stretches = new ArrayList<>(GradientStretch.of(gradients));
            apply(forward, gradients, stretches, 0.01f, 0.02f, 1);
            Collections.shuffle(stretches, random);
            apply(shuffled, gradients, stretches, 0.01f, 0.02f, 1);
            assertThat(stretches).hasSizeGreaterThan(4);
        }
        assertThat(shuffled.averaged().embedding()).isEqualTo(forward.averaged().embedding());
        assertThat(shuffled.averaged().dense()).isEqualTo(forward.averaged().dense());
        assertThat(shuffled.weights().embedding()).isEqualTo(forward.weights().embedding());
        assertThat(shuffled.weights().dense()).isEqualTo(forward.weights().dense());
    }
}
