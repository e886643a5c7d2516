package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.cli.CommandRun;
import org.reelsense.model.RandomModels;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.Cell;

/** The two lines of "From Python", one after the other; the second needs PyTorch. */
class ReadmePythonTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String MODEL = "my.safetensors";
    private static final double TOLERANCE = 1e-5;

    private static final List<String> MADE_UP = List.of(
            "A warm, funny film with a cast that clearly loves every scene.",
            "A waste of a fine cast and of my evening!",
            "10/10, and I don't even like boats...",
            "Zzyzx qwrtp.",
            "",
            "Not good, not terrible. " + "It goes on. ".repeat(200));

    @TempDir
    private Path temporary;

    private ReadmeFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new ReadmeFolder(temporary);
    }

    private static ShellLine line(String program) throws IOException {
        return ReadmePage.read().section("From Python").shellLines().stream()
                .filter(line -> line.runs(program))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tokenizeLine_modelInTheBox_writesIdsOfEachLine() throws IOException {
        layBox();

        List<String> ids = tokenize(MADE_UP);

        assertThat(ids).hasSameSizeAs(MADE_UP).allMatch(line -> line.matches("\\{\"tokens\":\\[.*],\"ids\":\\[.*]}"));
        assertThat(ids.get(0)).contains("\"tokens\":[\"a\",\"warm\",\",\",\"funny\",");
        assertThat(ids.get(3)).as("unknown words").endsWith("\"ids\":[0,0,%s]}".formatted(stop(ids)));
    }

    /** The id of the full stop that ends the first review. */
    private static String stop(List<String> ids) {
        String first = ids.get(0);
        return first.substring(first.lastIndexOf(',') + 1, first.length() - 2);
    }

    @Test
    void bothLines_modelInTheBox_giveJavasProbabilities() throws IOException, InterruptedException {
        requireTorch();
        layBox();
        List<String> sample = sample();
        assertThat(sample).hasSize(200);

        assertPythonAgrees(Stream.concat(MADE_UP.stream(), sample.stream()).toList());
    }

    @Test
    void bothLines_aGru_giveJavasProbabilities() throws IOException, InterruptedException {
        requireTorch();
        RandomModels.of(Cell.GRU, true, 3).write(folder.at(MODEL));

        assertPythonAgrees(RandomModels.texts(50, 4));
    }

    private void assertPythonAgrees(List<String> reviews) throws IOException, InterruptedException {
        tokenize(reviews);

        double[] python = probabilities();

        assertThat(python).containsExactly(javas(reviews), within(TOLERANCE));
        assertThat(DoubleStream.of(python).max().orElseThrow()
                        - DoubleStream.of(python).min().orElseThrow())
                .as("spread: equal probabilities would show nothing")
                .isGreaterThan(0.1);
    }

    /** The first line; its redirection is done here. */
    private List<String> tokenize(List<String> reviews) throws IOException {
        ShellLine line = line(ShellLine.LAUNCHER);
        Files.write(folder.at("reviews.txt"), reviews);
        CommandRun run = folder.run(line);
        assertThat(run.code()).as(run.err()).isZero();
        folder.write(line.file(">"), run.out());
        return run.out().lines().toList();
    }

    /** The second line. */
    private double[] probabilities() throws IOException, InterruptedException {
        ShellLine line = line("python3");
        Stream<String> arguments = line.arguments("python3").stream().map(folder::placed);
        return folder.output(
                        Stream.concat(Stream.of(PYTHON), arguments).toList(), Optional.of(folder.at(line.file("<"))))
                .lines()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private double[] javas(List<String> reviews) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(folder.at(MODEL))) {
            return classifier.classify(reviews).stream()
                    .mapToDouble(Prediction::probability)
                    .toArray();
        }
    }

    private void layBox() throws IOException {
        try (InputStream box = SentimentModel.class.getResourceAsStream(SentimentModel.BUILT_IN)) {
            assertThat(box).as("the model in the box").isNotNull();
            Files.copy(box, folder.at(MODEL));
        }
    }

    /** 200 reviews of the sample, a line each. */
    private static List<String> sample() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("datasets/sample"))) {
            List<Path> reviews = files.filter(
                            file -> file.getFileName().toString().matches("[0-9]+_[0-9]+\\.txt"))
                    .sorted()
                    .limit(200)
                    .toList();
            return reviews.stream().map(ReadmePythonTest::onOneLine).toList();
        }
    }

    private static String onOneLine(Path review) {
        try {
            return Files.readString(review).strip().replace('\n', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireTorch() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON)) && importsTorch(),
                PYTHON + " cannot import torch and numpy; apt-get install python3-torch");
    }

    private static boolean importsTorch() throws IOException, InterruptedException {
        return new ProcessBuilder(PYTHON, "-c", "import torch, numpy")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
