package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forecaster against PyTorch: forecasts, loss and the gradient of every weight. */
class ForecasterNetworkTest {

    private static final double TOLERANCE = 1e-5;

    private static Stream<Arguments> networks() {
        return Stream.of(Normalisation.values())
                .flatMap(normalisation -> Stream.of(Cell.values()).map(cell -> Arguments.of(cell, normalisation)));
    }

    private static Golden golden(Cell cell, Normalisation normalisation) {
        return Golden.read("forecaster-" + cell.id() + (normalisation == Normalisation.WINDOW ? "-window" : ""));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void forecast_goldenWindows_equalsPyTorch(Cell cell, Normalisation normalisation) {
        Golden golden = golden(cell, normalisation);
        try (ForecasterNetwork network = new ForecasterNetwork(spec(golden, cell), weights(golden, cell), false)) {
            float[][] forecasts = network.forecast(rows(golden, "windows"));
            Close.assertClose("forecasts", flat(forecasts), golden.values("forecasts"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void train_onGoldenWindows_givesPyTorchsLossAndGradients(Cell cell, Normalisation normalisation) {
        Golden golden = golden(cell, normalisation);
        Parameters weights = weights(golden, cell);
        Gradients gradients = Gradients.zero(weights);
        List<float[]> windows = rows(golden, "windows");
        double loss;
        try (ForecasterNetwork network = new ForecasterNetwork(spec(golden, cell), weights, true)) {
            loss = network.train(windows, rows(golden, "targets"), windows.size(), gradients);
        }
        assertThat(loss / windows.size()).isCloseTo(golden.real("loss"), within(1e-6));
        for (ParameterLayout.Slot slot : ParameterLayout.of(spec(golden, cell)).slots()) {
            float[] gradient = Arrays.copyOfRange(gradients.dense(), slot.offset(), slot.offset() + slot.size());
            Close.assertClose(slot.name(), gradient, golden.values("gradients", slot.name()), TOLERANCE);
        }
    }

    /** What one window gets does not depend on its company. */
    @ParameterizedTest
    @MethodSource("networks")
    void forecast_oneByOne_equalsTogether(Cell cell, Normalisation normalisation) {
        ForecasterSpec spec = new ForecasterSpec(cell, 12, 24, 4, normalisation);
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> windows =
                Stream.generate(() -> random(random, 12)).limit(70).toList();
        try (ForecasterNetwork network = new ForecasterNetwork(spec, KerasInitializer.initial(spec, 1), false)) {
            float[][] together = network.forecast(windows);
            for (int i = 0; i < together.length; i++) {
                Close.assertClose("window " + i, network.forecast(List.of(windows.get(i)))[0], together[i], 1e-6);
            }
        }
    }

    /** What it is for: another level and another range change nothing but the forecast's own. */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void forecast_normalisedWindowsMovedAndStretched_moveAndStretchTheForecast(Cell cell) {
        ForecasterSpec spec = new ForecasterSpec(cell, 12, 24, 2, Normalisation.WINDOW);
        float[] window = random(new SplittableRandom(7), 12);
        float[] moved = new float[12];
        for (int t = 0; t < moved.length; t++) {
            moved[t] = 3 * window[t] + 20;
        }
        try (ForecasterNetwork network = new ForecasterNetwork(spec, KerasInitializer.initial(spec, 1), false)) {
            float[] there = network.forecast(List.of(window))[0];
            float[] here = network.forecast(List.of(moved))[0];
            for (int step = 0; step < 2; step++) {
                assertThat((double) here[step]).isCloseTo(3 * there[step] + 20, within(2e-3));
            }
        }
    }

    /** A variance of 0 is divided by 1e-5's root, so the network sees zeros. */
    @Test
    void forecast_normalisedConstantWindow_isItsValueAndAFiniteRest() {
        ForecasterSpec spec = new ForecasterSpec(Cell.LSTM, 3, 2, 1, Normalisation.WINDOW);
        try (ForecasterNetwork network = new ForecasterNetwork(spec, KerasInitializer.initial(spec, 1), false)) {
            assertThat((double) network.forecast(List.of(new float[] {5, 5, 5}))[0][0])
                    .isCloseTo(5, within(0.01));
        }
    }

    /** The counts of the paper (Velarde et al. 2022), which are Keras' own. */
    @ParameterizedTest
    @CsvSource({"LSTM, 1, 66689", "LSTM, 20, 69140", "GRU, 1, 50433", "GRU, 20, 52884", "RNN, 1, 16769"})
    void parameters_ofThePapersNetworks_areKerassCounts(Cell cell, int horizon, int parameters) {
        assertThat(new ForecasterSpec(cell, 60, 128, horizon).parameters()).isEqualTo(parameters);
    }

    @Test
    void train_networkForForecastsOnly_isRefused() {
        ForecasterSpec spec = new ForecasterSpec(Cell.GRU, 3, 2, 1);
        Parameters weights = KerasInitializer.initial(spec, 1);
        Gradients gradients = Gradients.zero(weights);
        try (ForecasterNetwork network = new ForecasterNetwork(spec, weights, false)) {
            assertThatThrownBy(() -> network.train(List.of(new float[3]), List.of(new float[1]), 1, gradients))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("open it for training");
        }
    }

    @Test
    void network_closed_refusesToWork() {
        ForecasterSpec spec = new ForecasterSpec(Cell.GRU, 3, 2, 1);
        Parameters weights = KerasInitializer.initial(spec, 1);
        Gradients gradients = Gradients.zero(weights);
        List<float[]> windows = List.of(new float[3]);
        ForecasterNetwork network = new ForecasterNetwork(spec, weights, true);
        network.close();
        network.close();

        for (ThrowingCallable work : List.<ThrowingCallable>of(
                () -> network.load(weights),
                () -> network.forecast(windows),
                () -> network.train(windows, List.of(new float[1]), 1, gradients))) {
            assertThatThrownBy(work)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the network is closed; open another on the same weights");
        }
    }

    /** Few go through together then, or the memory would grow with their length. */
    @Test
    void forecast_longWindows_equalOneByOne() {
        ForecasterSpec spec = new ForecasterSpec(Cell.RNN, 3_000, 2, 1);
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> windows =
                Stream.generate(() -> random(random, 3_000)).limit(5).toList();
        try (ForecasterNetwork network = new ForecasterNetwork(spec, KerasInitializer.initial(spec, 1), false)) {
            float[][] together = network.forecast(windows);
            for (int i = 0; i < together.length; i++) {
                Close.assertClose("window " + i, network.forecast(List.of(windows.get(i)))[0], together[i], 1e-6);
            }
        }
    }

    @Test
    void forecast_windowOfAnotherLength_isRefused() {
        ForecasterSpec spec = new ForecasterSpec(Cell.GRU, 3, 2, 1);
        try (ForecasterNetwork network = new ForecasterNetwork(spec, KerasInitializer.initial(spec, 1), false)) {
            assertThatThrownBy(() -> network.forecast(List.of(new float[4])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("windows: one has 4 values, but the spec asks for 3");
        }
    }

    @Test
    void load_weightsOfAnotherForecaster_isRefused() {
        ForecasterSpec spec = new ForecasterSpec(Cell.GRU, 3, 2, 1);
        Parameters other = KerasInitializer.initial(new ForecasterSpec(Cell.LSTM, 3, 2, 1), 1);
        try (ForecasterNetwork network = new ForecasterNetwork(spec, KerasInitializer.initial(spec, 1), false)) {
            assertThatThrownBy(() -> network.load(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("but the spec asks for none and");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, window: 0", "1, 0, 1, hiddenSize: 0", "1, 1, 0, horizon: 0", "1, 9000, 1, hiddenSize: 9000"})
    void spec_outsideItsBounds_isRefusedByName(int window, int hiddenSize, int horizon, String message) {
        assertThatThrownBy(() -> new ForecasterSpec(Cell.RNN, window, hiddenSize, horizon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static float[] random(SplittableRandom random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static ForecasterSpec spec(Golden golden, Cell cell) {
        return new ForecasterSpec(
                cell,
                golden.number("window"),
                golden.number("hiddenSize"),
                golden.number("horizon"),
                Normalisation.ofId(golden.text("normalisation")));
    }

    private static Parameters weights(Golden golden, Cell cell) {
        return Parameters.ofDense(golden.dense("weights", ParameterLayout.of(spec(golden, cell)), ""));
    }

    private static List<float[]> rows(Golden golden, String field) {
        float[] values = golden.values(field);
        int width = values.length / golden.number("windowCount");
        return IntStream.range(0, golden.number("windowCount"))
                .mapToObj(row -> Arrays.copyOfRange(values, row * width, (row + 1) * width))
                .toList();
    }

    private static float[] flat(float[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * rows[0].length, rows[0].length);
        }
        return values;
    }
}
