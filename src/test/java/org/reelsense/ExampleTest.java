package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.RandomModels;

/** The examples of package-info, line by line. */
class ExampleTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);
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

    static Optional<String> mostTelling(String review) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load()) {
            return classifier.explain(review).explanation().stream()
                    .flatMap(why -> why.contributions().stream())
                    .max(Comparator.comparingDouble(one -> Math.abs(one.value())))
                    .map(one -> review.substring(one.begin(), one.end()));
        }
    }

    @Test
    void example_withTheModelInTheBox_namesAWordOfTheReview() throws IOException {
        assertThat(mostTelling("It was an AWFUL film.")).contains("AWFUL");
    }

    @Test
    void example_onRandomTexts_countsSome() throws IOException {
        Path model = folder.resolve("model.safetensors");
        RandomModels.lstm().write(model);

        assertThat(countPositive(model, RandomModels.texts(100, 1))).isBetween(1L, 99L);
    }

    @Test
    void examples_inPackageInfo_areTheCodeAbove() throws IOException {
        List<String> examples = EXAMPLE.matcher(
                        Files.readString(Path.of("src/main/java/org/reelsense/package-info.java")))
                .results()
                .map(example -> code(example.group(1).lines().map(line -> line.replaceFirst("^ \\* ?", ""))))
                .toList();

        assertThat(examples).hasSize(2);
        assertThat(code(Files.lines(Path.of("src/test/java/org/reelsense/ExampleTest.java"))))
                .contains(examples);
    }

    private static String code(Stream<String> lines) {
        try (lines) {
            return lines.map(String::strip).collect(Collectors.joining("\n"));
        }
    }
}
