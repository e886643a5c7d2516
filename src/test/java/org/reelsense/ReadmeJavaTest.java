package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.model.SentimentModel;

/** The block of "From Java", compiled and run as a program of its own with the model in the box. */
class ReadmeJavaTest {

    private static final Pattern TEXT = Pattern.compile("\\.(?:classify|explain)\\(\"([^\"]+)\"\\)");

    @TempDir
    private Path temporary;

    private static List<String> block() throws IOException {
        return ReadmePage.read().section("From Java").block("java");
    }

    @Test
    void block_asAProgram_printsWhatTheClassifierSays() throws IOException, InterruptedException {
        List<String> texts = TEXT.matcher(String.join("\n", block()))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(texts).as("texts classified and explained").hasSize(2);

        assertThat(run().lines()).containsExactlyElementsOf(expected(texts.get(0), texts.get(1)));
    }

    private String run() throws IOException, InterruptedException {
        ReadmeFolder folder = new ReadmeFolder(temporary);
        Path source = folder.write("Example.java", """
                import org.reelsense.*;

                class Example {
                    public static void main(String[] args) throws Exception {
                        %s
                    }
                }
                """.formatted(String.join("\n", block())));
        return folder.output(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en", // the block prints as its user's country does
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString()),
                Optional.empty());
    }

    /** The prediction, the label if it is sure, and a line a word in the order of the text. */
    private static List<String> expected(String classified, String explained) throws IOException {
        List<String> lines = new ArrayList<>();
        try (SentimentClassifier classifier = SentimentClassifier.load()) {
            Prediction prediction = classifier.classify(classified);
            lines.add(prediction.sentiment() + " " + prediction.probability());
            if (Math.max(prediction.probability(), 1 - prediction.probability()) >= 0.9) {
                lines.add("at least 90 % sure: " + prediction.sentiment());
            }
            Explanation why = classifier.explain(explained).explanation().orElseThrow();
            why.contributions()
                    .forEach(word -> lines.add(String.format(Locale.ROOT, "%-8s %+.2f", word.token(), word.value())));
        }
        return lines;
    }

    @Test
    void explanation_ofTheModelInTheBox_addsUpWithASmallRest() throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load()) {
            Prediction prediction = classifier.explain("Great actors, dull story.");
            Explanation why = prediction.explanation().orElseThrow();
            double logit = Math.log(prediction.probability() / (1 - prediction.probability()));

            assertThat(why.logit()).isEqualTo(logit, within(1e-4));
            assertThat(why.rest()).isEqualTo(0, within(0.1));
        }
    }

    @Test
    void load_aFileOfThatModel_predictsTheSame() throws IOException {
        Path file = temporary.resolve("my.safetensors");
        try (InputStream box = SentimentModel.class.getResourceAsStream(SentimentModel.BUILT_IN)) {
            assertThat(box).as("the model in the box").isNotNull();
            Files.copy(box, file);
        }
        try (SentimentClassifier own = SentimentClassifier.load(file);
                SentimentClassifier boxed = SentimentClassifier.load()) {
            assertThat(own.classify("Not bad at all!")).isEqualTo(boxed.classify("Not bad at all!"));
        }
    }
}
