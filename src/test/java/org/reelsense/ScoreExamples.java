package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.reelsense.cli.CommandRun;

/**
 * Made-up reviews in the files that "Score reviews" names, and what the Java API says of them with the model in the box.
 *
 * @param folder with reviews/, notes.txt and reviews.csv
 */
record ScoreExamples(ReadmeFolder folder, SentimentClassifier classifier) implements AutoCloseable {

    /** The last three say too little to be sure of, the first two are plain. */
    static final List<String> TEXTS = List.of(
            "A warm, funny film with a cast that clearly loves every scene.",
            "A waste of a fine cast and of my evening.",
            "I wanted to like it more than I did.",
            "Good idea, poor film, great music.",
            "I watched it on a train with the sound off.");

    /** A list of texts may change the last digit. */
    private static final double DIGIT = 2e-6;

    static ScoreExamples in(Path path) throws IOException {
        ReadmeFolder folder = new ReadmeFolder(path);
        folder.write("reviews/a.txt", TEXTS.get(0));
        folder.write("reviews/b.txt", TEXTS.get(1) + "\n" + TEXTS.get(2) + "\n");
        folder.write("reviews/notes.md", "not a review");
        folder.write("notes.txt", String.join("\n", TEXTS) + "\n");
        StringBuilder table = new StringBuilder("film,review,liked\n");
        TEXTS.forEach(text -> table.append(row(text)).append('\n'));
        folder.write("reviews.csv", table.toString());
        return new ScoreExamples(folder, SentimentClassifier.load());
    }

    /** The text's line of the table. */
    static String row(String text) {
        return "Film " + TEXTS.indexOf(text) + "," + (text.contains(",") ? '"' + text + '"' : text) + ","
                + (TEXTS.indexOf(text) % 2 == 0 ? "yes" : "no");
    }

    static ReadmePage section() throws IOException {
        return ReadmePage.read().section("Score reviews");
    }

    CommandRun run(String command, String... more) throws IOException {
        return folder.run(section().command(command), more);
    }

    /** The lines that a command prints, which must end well. */
    List<String> lines(String command) throws IOException {
        CommandRun run = run(command);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    /** The last two cells are label and probability, as the Java API gives them. */
    void assertScored(String[] cells, String text, double confidence) {
        Prediction expected = classifier.classify(text);
        String label = expected.decided(confidence)
                .map(sentiment -> sentiment.name().toLowerCase(Locale.ROOT))
                .orElse("undecided");

        assertThat(cells[cells.length - 2]).as(text).isEqualTo(label);
        assertThat(Double.parseDouble(cells[cells.length - 1]))
                .as(text)
                .isEqualTo(expected.probability(), within(DIGIT));
    }

    @Override
    public void close() {
        classifier.close();
    }
}
