package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.Provenance;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.KerasInitializer;
import org.reelsense.network.Parameters;
import org.reelsense.network.Regularisation;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.training.AdamSpec;
import org.reelsense.training.CheckpointInterval;
import org.reelsense.training.Trainer;
import org.reelsense.training.TrainingSpec;

class OutlookTest {

    private static final ForecasterSpec SPEC = new ForecasterSpec(Cell.LSTM, 4, 2, 3);

    private static ForecastModel model(ForecasterSpec spec, Parameters weights) {
        Provenance provenance = new Provenance("sine", "0", 1, "c", "2026-11-22", Map.of(), 1, Map.of());
        return new ForecastModel(spec, weights, provenance);
    }

    /** With weights of zero a network says what its output's biases say, whatever it sees. */
    private static ForecastModel constant(float... biases) {
        float[] dense = new float[SPEC.parameters()];
        System.arraycopy(biases, 0, dense, dense.length - biases.length, biases.length);
        return model(SPEC, Parameters.ofDense(dense));
    }

    private static SeriesSet set(double[]... series) {
        return new SeriesSet("s", "0", List.of(series));
    }

    private static double[] series(int length, IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }

    @Test
    void of_networkThatSaysTheSame_answersInEachSeriesOwnUnits() throws DataException {
        double[][] ahead = Outlook.of(
                constant(0, 0.5f, 1.25f),
                set(new double[] {-10, 5, 0, 0, 10}, new double[] {1e9, 1e9 + 1, 1e9, 1e9, 1e9}, new double[] {
                    0, 0, 0, 0, 1e300
                }));

        assertThat(ahead[0]).containsExactly(-10, 0, 15);
        assertThat(ahead[1]).containsExactly(1e9, 1e9 + 0.5, 1e9 + 1.25);
        assertThat(ahead[2]).containsExactly(0, 5e299, 1.25e300);
    }

    @Test
    void of_anyNetwork_looksAtTheLastWindowOnTheScaleOfAllValues() throws DataException {
        ForecastModel model = model(SPEC, KerasInitializer.initial(SPEC, 3));
        double[] scaled = {0, 1, 0.25, 0.5, 0.75, 0.5};
        double[] values = Arrays.stream(scaled).map(x -> 8 * x - 3).toArray();

        double[] ahead = Outlook.of(model, set(values))[0];

        double[] forecast = new TrainedForecaster(model).forecast(new double[][] {{0.25, 0.5, 0.75, 0.5}})[0];
        for (int step = 0; step < 3; step++) {
            assertThat(ahead[step]).isCloseTo(8 * forecast[step] - 3, within(1e-12));
        }
    }

    @Test
    void of_seriesOfJustAWindow_isEnough() throws DataException {
        assertThat(Outlook.of(constant(0, 0, 1), set(new double[] {1, 2, 3, 5}))[0])
                .containsExactly(1, 1, 5);
    }

    @Test
    void of_seriesThatDoNotDo_isNamed() {
        assertRefused(constant(1), set(new double[3]), "s has series of 3 values where the model looks back on 4");
        assertRefused(
                constant(1),
                set(new double[] {1, 2, 3, 4}, new double[] {2, 2, 2, 2}),
                "Row 2 of s is 2.0 in all of its 4 values: a constant series cannot be scaled");
        assertRefused(
                constant(0, 0, Float.MAX_VALUE),
                set(new double[] {0, 0, 0, 1e300}),
                "The model forecasts Infinity for row 1");
    }

    private static void assertRefused(ForecastModel model, SeriesSet set, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Outlook.of(model, set))
                .withMessageStartingWith(message);
    }

    /** Persistence is wrong by 0.47 of the swing over these ten steps, the network by a fifth of that at most. */
    @Test
    void of_sineThatWasLearned_goesOnBetterThanPersistence(@TempDir Path folder) throws Exception {
        int period = 25;
        int horizon = 10;
        double[] history = series(400, i -> 70 + 20 * Math.sin(2 * Math.PI * i / period));
        ForecastModel model = learned(history, new Windowing(30, horizon, 20), folder);

        double[] ahead = Outlook.of(model, set(history))[0];

        double ours = 0;
        double persistence = 0;
        for (int step = 0; step < horizon; step++) {
            double actual = 70 + 20 * Math.sin(2 * Math.PI * (400 + step) / period);
            ours += Math.pow(ahead[step] - actual, 2);
            persistence += Math.pow(history[399] - actual, 2);
        }
        assertThat(Math.sqrt(ours)).isLessThan(Math.sqrt(persistence) / 5);
    }

    /** oneDNN plans in over half a megabyte of stack; where it finds none the process dies. */
    @Test
    void of_callerWithAShortStack_forecasts() throws InterruptedException {
        AtomicReference<double[][]> ahead = new AtomicReference<>();
        Thread caller = new Thread(
                null,
                () -> {
                    try {
                        ahead.set(Outlook.of(constant(0, 0.5f, 1), set(new double[] {0, 1, 2, 3, 4})));
                    } catch (DataException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "short stack",
                256 << 10);
        caller.start();
        caller.join();

        assertThat(ahead.get()[0]).containsExactly(0, 2, 4);
    }

    private static ForecastModel learned(double[] history, Windowing windowing, Path folder) throws Exception {
        ForecasterSpec spec = new ForecasterSpec(Cell.GRU, windowing.window(), 8, windowing.horizon());
        MinMax scale = Scaling.ofAll(set(history), 0);
        Windows train = Windows.train(scale.scale(history), windowing);
        TrainingSpec settings = new TrainingSpec(20, 16, 2, AdamSpec.keras(0.01f), 1e6f, 0, Regularisation.NONE, 20, 1);
        Parameters weights = new Trainer(settings, 1, Progress.SILENT, CheckpointInterval.TEN_SECONDS)
                .train(
                        "sine",
                        new WindowObjective(spec, train, 16, 2, 1),
                        KerasInitializer.initial(spec, 1),
                        folder.resolve("sine.safetensors"),
                        "sine")
                .weights();
        return model(spec, weights);
    }
}
