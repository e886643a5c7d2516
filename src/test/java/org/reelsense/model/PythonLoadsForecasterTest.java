package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.PythonScript;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterNetwork;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.Normalisation;

/** A forecaster's file gives our forecasts in PyTorch, without a line of ours. */
class PythonLoadsForecasterTest {

    private static final String SCRIPT = "src/test/reference/load_forecaster_in_torch.py";

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireTorch() throws IOException, InterruptedException {
        PythonScript.require("torch, numpy", "python3-torch");
    }

    private static Stream<Arguments> networks() {
        return Stream.of(Normalisation.values())
                .flatMap(normalisation -> Stream.of(Cell.values()).map(cell -> Arguments.of(cell, normalisation)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void script_randomWindows_givesOurForecasts(Cell cell, Normalisation normalisation)
            throws IOException, InterruptedException {
        ForecastModel model = RandomForecasters.of(new ForecasterSpec(cell, 12, 7, 3, normalisation), 11);
        Path file = folder.resolve("model.safetensors");
        model.write(file);
        List<float[]> windows = windows(new Random(5));

        double[] python = inPython(file, windows);
        double[] java = inJava(model, windows);

        assertThat(python).hasSize(40 * 3).containsExactly(java, within(1e-6));
        assertThat(Arrays.stream(java).max().orElseThrow()
                        - Arrays.stream(java).min().orElseThrow())
                .as("spread: equal forecasts would show nothing")
                .isGreaterThan(0.1);
    }

    private static List<float[]> windows(Random random) {
        return Stream.generate(() -> {
                    float[] window = new float[12];
                    for (int t = 0; t < 12; t++) {
                        window[t] = 4 * random.nextFloat() - 2;
                    }
                    return window;
                })
                .limit(40)
                .toList();
    }

    private static double[] inJava(ForecastModel model, List<float[]> windows) {
        try (ForecasterNetwork network = new ForecasterNetwork(model.spec(), model.weights(), false)) {
            return Stream.of(network.forecast(windows))
                    .flatMapToDouble(row -> IntStream.range(0, row.length).mapToDouble(i -> row[i]))
                    .toArray();
        }
    }

    private double[] inPython(Path model, List<float[]> windows) throws IOException, InterruptedException {
        String input = windows.stream()
                .map(window -> Arrays.toString(window).replaceAll("[\\[\\] ]", "") + "\n")
                .collect(Collectors.joining());
        return PythonScript.run(folder, input, SCRIPT, model.toString())
                .lines()
                .flatMap(line -> Stream.of(line.split(",")))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
