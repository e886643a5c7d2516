package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.Contribution;
import org.reelsense.Prediction;
import org.reelsense.SentimentClassifier;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.model.RandomModels;
import org.reelsense.network.Cell;
import org.reelsense.storage.DataException;

class MistakesTest {

    private static final Path IN_THE_BOX = Path.of("src/main/resources/org/reelsense/imdb.safetensors");

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = folder.resolve("model.safetensors");
        RandomModels.lstm().write(model);
    }

    @Test
    void of_manyMistakes_areTheMostConfidentOnes() throws Exception {
        List<String> texts = RandomModels.texts(60, 4);
        float[] probabilities = probabilities(model, texts);
        List<Review> reviews = IntStream.range(0, 60)
                .mapToObj(i -> review("test/" + i, texts.get(i), i % 2 == 0))
                .toList();
        List<Integer> wrong = IntStream.range(0, 60)
                .filter(i -> probabilities[i] >= 0.5f == (i % 2 == 1))
                .boxed()
                .sorted(Comparator.comparing(i -> -Math.abs(probabilities[i] - 0.5)))
                .toList();

        List<Mistake> mistakes = Mistakes.of(model, "bilstm", 3, reviews, probabilities, 2);

        assertThat(wrong).hasSizeGreaterThan(Mistakes.MOST);
        assertThat(mistakes)
                .extracting(Mistake::review)
                .isEqualTo(wrong.stream()
                        .limit(Mistakes.MOST)
                        .map(i -> "test/" + i)
                        .toList());
        for (int i = 0; i < Mistakes.MOST; i++) {
            int index = wrong.get(i);
            Mistake mistake = mistakes.get(i);
            assertThat(mistake)
                    .isEqualTo(new Mistake(
                            "bilstm",
                            3,
                            "test/" + index,
                            7,
                            index % 2 == 0,
                            probabilities[index],
                            texts.get(index),
                            mistake.shares()));
        }
    }

    @Test
    void of_mistake_hasTheSharesThatTheClassifierGives() throws Exception {
        String text = "word7 word3, word9 word11!";
        Mistake mistake = mistake(text);

        try (SentimentClassifier classifier = SentimentClassifier.load(model, 1)) {
            List<Contribution> expected =
                    classifier.explain(text).explanation().orElseThrow().contributions();
            assertThat(mistake.shares())
                    .isEqualTo(expected.stream()
                            .map(one -> new Mistake.Share(one.begin(), one.end(), one.value()))
                            .toList())
                    .hasSize(6);
        }
    }

    /** What is cleaned away or spelt otherwise for the model stays in the text, and no offset shifts. */
    @Test
    void of_textWithTagsAndEntities_hasSharesWhereTheWordsStand() throws Exception {
        String text = "Word7 &amp; <b>wórd3</b>.<br /><br />\uD83D\uDE00 isn&#39;t word9&hellip; well-WORD12";

        assertThat(words(mistake(text)))
                .containsExactly(
                        "Word7",
                        "&amp;",
                        "wórd3",
                        ".",
                        "\uD83D\uDE00",
                        "is",
                        "n&#39;t",
                        "word9",
                        "&hellip;",
                        "well",
                        "WORD12");
    }

    @Test
    void of_equalConfidence_goesById() throws Exception {
        List<String> ids = List.of("c", "a", "d", "b");
        List<Review> reviews = new ArrayList<>();
        boolean verdict = probabilities(model, List.of("word5"))[0] >= 0.5f;
        ids.forEach(id -> reviews.add(review(id, "word5", !verdict)));
        float probability = probabilities(model, List.of("word5"))[0];

        assertThat(Mistakes.of(
                        model, "m", 1, reviews, new float[] {probability, probability, probability, probability}, 1))
                .extracting(Mistake::review)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void of_sample_sharesLeaveOutNothingButSpacesHyphensAndTags() throws Exception {
        List<Review> test = SampleRun.sample().test();
        float[] probabilities =
                probabilities(IN_THE_BOX, test.stream().map(Review::text).toList());

        List<Mistake> mistakes = Mistakes.of(IN_THE_BOX, "bilstm", 1, test, probabilities, 2);

        assertThat(mistakes).hasSize(Mistakes.MOST);
        for (Mistake mistake : mistakes) {
            assertThat(mistake.probability() >= 0.5).isNotEqualTo(mistake.positive());
            assertThat(words(mistake)).allMatch(word -> !word.isBlank() && !word.contains("<"));
            assertThat(left(mistake).replace("<br />", "")).matches("[\\s-]*");
        }
    }

    private static String left(Mistake mistake) {
        StringBuilder left = new StringBuilder(mistake.text());
        for (int i = mistake.shares().size() - 1; i >= 0; i--) {
            Mistake.Share share = mistake.shares().get(i);
            left.delete(share.begin(), share.end());
        }
        return left.toString();
    }

    @Test
    void of_textTooLongToExplain_hasNoShares() throws Exception {
        assertThat(mistake("word5 ".repeat(20_001)).shares()).isEmpty();
    }

    @Test
    void of_allRight_isEmpty() throws Exception {
        float probability = probabilities(model, List.of("word5"))[0];
        List<Review> right = List.of(review("a", "word5", probability >= 0.5f));

        assertThat(Mistakes.of(model, "m", 1, right, new float[] {probability}, 1))
                .isEmpty();
        assertThat(Mistakes.of(model, "m", 1, List.of(), new float[0], 1)).isEmpty();
    }

    @Test
    void of_modelOfAnotherTraining_isADataException() throws Exception {
        Path other = folder.resolve("other.safetensors");
        RandomModels.of(Cell.LSTM, true, 2).write(other);
        List<Review> reviews = List.of(wrong("word5 word6"));
        float[] probabilities = probabilities(model, List.of("word5 word6"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Mistakes.of(other, "m", 1, reviews, probabilities, 1))
                .withMessageContaining(other + " gives test/pos/1_7 a probability of ")
                .withMessageContaining("run again");
    }

    @Test
    void of_missingOrDamagedModel_isADataException() throws Exception {
        Path missing = folder.resolve("missing.safetensors");
        Path damaged = Files.writeString(folder.resolve("damaged.safetensors"), "no model");

        for (Path file : List.of(missing, damaged)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> Mistakes.of(file, "m", 1, List.of(wrong("word5")), new float[] {0.5f}, 1))
                    .withMessageContaining(file.toString());
        }
    }

    @Test
    void of_otherReviews_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mistakes.of(model, "m", 1, List.of(), new float[3], 1))
                .withMessage("probabilities has 3 reviews, test has 0; give the same reviews to both");
    }

    @Test
    void of_interrupted_saysSo() throws Exception {
        float[] probabilities = probabilities(model, List.of("word5"));
        List<Review> reviews = List.of(wrong("word5"));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Mistakes.of(model, "m", 1, reviews, probabilities, 1));
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The text with the label that the model does not give it. */
    private Review wrong(String text) throws IOException {
        return review("test/pos/1_7", text, probabilities(model, List.of(text))[0] < 0.5f);
    }

    private Mistake mistake(String text) throws Exception {
        float[] probabilities = probabilities(model, List.of(text));
        List<Mistake> mistakes = Mistakes.of(model, "m", 1, List.of(wrong(text)), probabilities, 1);
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).probability()).isCloseTo(probabilities[0], within(1e-6));
        return mistakes.get(0);
    }

    private static List<String> words(Mistake mistake) {
        return mistake.shares().stream()
                .map(share -> mistake.text().substring(share.begin(), share.end()))
                .toList();
    }

    private static Review review(String id, String text, boolean positive) {
        return new Review(id, text, positive ? Label.POSITIVE : Label.NEGATIVE, 7, "");
    }

    private static float[] probabilities(Path model, List<String> texts) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(model, 1)) {
            List<Prediction> predictions = classifier.classify(texts);
            float[] probabilities = new float[texts.size()];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = (float) predictions.get(i).probability();
            }
            return probabilities;
        }
    }
}
