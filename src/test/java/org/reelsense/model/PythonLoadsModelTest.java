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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.PythonScript;
import org.reelsense.network.Cell;
import org.reelsense.network.ClassifierNetwork;

/** The script that users copy gives our probabilities, in PyTorch and without a line of ours. */
class PythonLoadsModelTest {

    private static final String SCRIPT = "src/test/reference/load_in_torch.py";

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireTorch() throws IOException, InterruptedException {
        PythonScript.require("torch, numpy", "python3-torch");
    }

    @ParameterizedTest
    @CsvSource({
        "RNN,true,FLOAT",
        "LSTM,true,FLOAT",
        "GRU,true,FLOAT",
        "LSTM,false,FLOAT",
        "GRU,false,FLOAT",
        "LSTM,true,EIGHT_BIT",
        "GRU,true,EIGHT_BIT"
    })
    void script_randomReviews_givesOurProbabilities(
            Cell cell, boolean bidirectional, EmbeddingPrecision precision, TestReporter reporter)
            throws IOException, InterruptedException {
        SentimentModel trained = RandomModels.of(cell, bidirectional, 11);
        SentimentModel model = precision == EmbeddingPrecision.FLOAT ? trained : trained.withEightBitEmbeddings();
        Path file = folder.resolve("model.safetensors");
        model.write(file);
        List<int[]> reviews = reviews(new Random(5));

        double[] python = probabilitiesInPython(file, reviews);
        double[] java = probabilitiesInJava(model, reviews);

        reporter.publishEntry(cell + " largest difference", String.valueOf(largestDifference(python, java)));
        assertThat(python).containsExactly(java, within(1e-5));
        assertThat(Arrays.stream(java).max().orElseThrow()
                        - Arrays.stream(java).min().orElseThrow())
                .as("spread: equal probabilities would show nothing")
                .isGreaterThan(0.1);
    }

    /** 50 reviews, first those around the cuts. */
    private static List<int[]> reviews(Random random) {
        IntStream cuts = IntStream.of(1, 2, 39, 40, 41, 80, 81, 120, 121);
        IntStream others = random.ints(41, 1, 400);
        return IntStream.concat(cuts, others)
                .mapToObj(length -> random.ints(length, 0, RandomModels.V).toArray())
                .toList();
    }

    private static double[] probabilitiesInJava(SentimentModel model, List<int[]> reviews) {
        try (ClassifierNetwork network = new ClassifierNetwork(model.weights(), false)) {
            return reviews.stream()
                    .mapToDouble(ids -> 1 / (1 + Math.exp(-network.logits(List.of(ids))[0])))
                    .toArray();
        }
    }

    private double[] probabilitiesInPython(Path model, List<int[]> reviews) throws IOException, InterruptedException {
        String input = reviews.stream()
                .map(ids -> "{\"ids\": " + Arrays.toString(ids) + "}\n")
                .collect(Collectors.joining());
        return PythonScript.run(folder, input, SCRIPT, model.toString())
                .lines()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double largestDifference(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
    }
}
