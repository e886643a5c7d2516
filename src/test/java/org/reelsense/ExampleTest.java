package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.RandomModels;

/** The example of package-info, line by line. */
class ExampleTest {

    private static final Logger LOG = Logger.getLogger("example");

    @TempDir
    private Path folder;

    static long countPositive(Path model, List<String> reviews) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
            Prediction first = classifier.classify("It starts slowly, and then I could not look away.");
            if (first.sentiment() == Sentiment.POSITIVE && first.probability() > 0.9) {
                LOG.info("liked it very much");
            }
            List<Prediction> all = classifier.classify(reviews);
            return all.stream().filter(p -> p.sentiment() == Sentiment.POSITIVE).count();
        }
    }

    @Test
    void example_onRandomTexts_countsSome() throws IOException {
        Path model = folder.resolve("model.safetensors");
        RandomModels.lstm().write(model);

        assertThat(countPositive(model, RandomModels.texts(100, 1))).isBetween(1L, 99L);
    }

    @Test
    void example_inPackageInfo_isTheCodeAbove() throws IOException {
        Path info = Path.of("src/main/java/org/reelsense/package-info.java");
        List<String> example = Files.readAllLines(info).stream()
                .dropWhile(line -> !line.contains("<pre>{@code"))
                .skip(1)
                .takeWhile(line -> !line.contains("}</pre>"))
                .toList();

        assertThat(example).hasSizeGreaterThan(9);
        assertThat(code(Files.lines(Path.of("src/test/java/org/reelsense/ExampleTest.java"))))
                .contains(code(example.stream().map(line -> line.replaceFirst("^ \\* ?", ""))));
    }

    private static String code(Stream<String> lines) {
        try (lines) {
            return lines.map(String::strip).collect(Collectors.joining("\n"));
        }
    }
}
