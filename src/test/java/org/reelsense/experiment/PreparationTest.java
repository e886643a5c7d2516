package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.embedding.WordVectors;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

class PreparationTest {

    private static final String USUAL = "the film was good and the end was bad ";

    @TempDir
    Path data;

    /** Every part holds a word of its own, many times over. */
    private static Corpus marked(String sha256) {
        return new Corpus(
                "marked",
                sha256,
                reviews("train", USUAL + "intrain intrain"),
                reviews("dev", USUAL + "indev indev indev indev"),
                withAnEmptyOne(reviews("test", USUAL + "intest intest intest intest")),
                reviews("unsup", USUAL + "inunlabelled inunlabelled").stream()
                        .map(review -> Review.unlabelled(review.id(), review.text(), ""))
                        .toList());
    }

    private static List<Review> reviews(String part, String text) {
        return IntStream.range(0, 10)
                .mapToObj(i -> new Review(part + "/" + i, text, i < 5 ? Label.NEGATIVE : Label.POSITIVE, 0, ""))
                .toList();
    }

    private static List<Review> withAnEmptyOne(List<Review> reviews) {
        return Stream.concat(reviews.stream(), Stream.of(new Review("test/empty", " ", Label.POSITIVE, 0, "")))
                .toList();
    }

    @Test
    void of_wordsOfDevAndTest_areUnknown() throws Exception {
        Preparation prepared = prepare(marked("a"), SampleRun.SETTINGS);

        assertThat(prepared.vocabulary().id("indev")).isZero();
        assertThat(prepared.vocabulary().id("intest")).isZero();
        assertThat(prepared.vocabulary().id("intrain")).isPositive();
        assertThat(prepared.vocabulary().id("inunlabelled")).isPositive();
        assertThat(prepared.dev().documents()).allMatch(document -> count(document, 0) == 4);
        assertThat(prepared.train().documents()).allMatch(document -> count(document, 0) == 0);
    }

    /** Not even through the counts, the vectors or their scaling: only the text of dev and test is another. */
    @Test
    void of_otherDevAndTest_changesNothingThatIsTrained() throws Exception {
        Corpus corpus = marked("a");
        Corpus other = new Corpus(
                "marked",
                "b",
                corpus.train(),
                reviews("dev", "bad bad bad bad end"),
                reviews("test", "good good good and"),
                corpus.unlabelled());

        Preparation one = prepare(corpus, SampleRun.SETTINGS);
        Preparation two = prepare(other, SampleRun.SETTINGS);

        assertThat(two.vocabulary().toBytes()).isEqualTo(one.vocabulary().toBytes());
        assertThat(two.vectors().vectors().values())
                .isEqualTo(one.vectors().vectors().values());
        assertThat(two.embedding()).isEqualTo(one.embedding());
        assertThat(two.train()).usingRecursiveComparison().isEqualTo(one.train());
    }

    @Test
    void of_vectorsFromTrainOnly_haveNoneForUnlabelledWords() throws Exception {
        Settings all = SampleRun.SETTINGS;
        Settings trainOnly = new Settings(
                all.embedding(), false, 2, all.mostWords(), all.hiddenSize(), all.pieceLength(), all.training());

        Preparation prepared = prepare(marked("a"), trainOnly);

        assertThat(row(prepared, "inunlabelled")).containsOnly(0f);
        assertThat(row(prepared, "intrain")).doesNotContain(0f);
    }

    private static List<Float> row(Preparation prepared, String word) {
        int begin = prepared.vocabulary().id(word) * SampleRun.DIMENSION;
        assertThat(begin).isPositive();
        List<Float> row = new ArrayList<>();
        for (int i = begin; i < begin + SampleRun.DIMENSION; i++) {
            row.add(prepared.embedding()[i]);
        }
        return row;
    }

    @Test
    void of_emptyReview_isOneUnknownToken() throws Exception {
        Preparation prepared = prepare(marked("a"), SampleRun.SETTINGS);

        assertThat(prepared.test().documents()).hasSize(11);
        assertThat(prepared.test().documents().get(10)).containsExactly(0);
    }

    @Test
    void of_labels_followTheReviews() throws Exception {
        Preparation prepared = prepare(marked("a"), SampleRun.SETTINGS);

        assertThat(prepared.train().positive())
                .containsExactly(false, false, false, false, false, true, true, true, true, true);
        assertThat(prepared.test().positive()).hasSize(11).endsWith(true, true, true, true, true, true);
    }

    @Test
    void of_secondTime_comesFromTheCachesAndIsEqual() throws Exception {
        List<String> tasks = new ArrayList<>();
        Progress recording = new Progress() {
            @Override
            public void begin(String task, long total, String unit) {
                tasks.add(task);
            }

            @Override
            public void advance(long units) {}

            @Override
            public void say(String line) {}

            @Override
            public void end() {}
        };
        Corpus sample = SampleRun.sample().limitedTo(40);

        Preparation first = Preparation.of(sample, SampleRun.SETTINGS, data, 2, recording);
        assertThat(tasks).containsExactly("tokenize", "word vectors");
        Preparation second = Preparation.of(sample, SampleRun.SETTINGS, data, 1, recording);

        assertThat(tasks).hasSize(2);
        assertThat(second.vocabulary().toBytes()).isEqualTo(first.vocabulary().toBytes());
        assertThat(second.embedding()).isEqualTo(first.embedding());
        assertThat(second.train()).usingRecursiveComparison().isEqualTo(first.train());
        assertThat(second.dev()).usingRecursiveComparison().isEqualTo(first.dev());
        assertThat(second.test()).usingRecursiveComparison().isEqualTo(first.test());
    }

    /** A part of a corpus has the checksum of the whole. */
    @Test
    void key_limitedCorpus_isAnotherKey() throws Exception {
        Corpus sample = SampleRun.sample();

        assertThat(TokenizedCorpus.key(sample.limitedTo(40)))
                .isNotEqualTo(TokenizedCorpus.key(sample))
                .isNotEqualTo(TokenizedCorpus.key(sample.limitedTo(60)));
    }

    private static final String GIVEN = "good 1 2 3\nbad 4 5 6\nfilm 7 8 9\nelsewhere 0 0 1\n";

    private VectorSource given(String content) throws Exception {
        return VectorSource.of(Files.writeString(data.resolve("given.txt"), content), Optional.empty());
    }

    @Test
    void of_givenVectors_startFromThemAndCountTheRest() throws Exception {
        Settings settings = SampleRun.SETTINGS.startingFrom(given(GIVEN));
        Heard heard = new Heard();

        Preparation prepared = Preparation.of(marked("a"), settings, data, 1, heard);

        assertThat(settings.embedding().dimension()).isEqualTo(3);
        WordVectors start = prepared.vectors().vectors();
        int film = start.vocabulary().id("film") * 3;
        int the = start.vocabulary().id("the") * 3;
        assertThat(Arrays.copyOfRange(start.values(), film, film + 3)).containsExactly(7, 8, 9);
        assertThat(Arrays.copyOfRange(start.values(), the, the + 3)).doesNotContain(0f);
        assertThat(Arrays.copyOf(start.values(), 3)).containsOnly(0f);
        int words = prepared.vocabulary().size() - 1;
        String sha256 = Checksum.sha256(data.resolve("given.txt"));
        assertThat(prepared.record().given())
                .isEqualTo(new RunRecord.GivenVectors(data + "/given.txt", sha256, 3, words - 3));
        assertThat(prepared.record().wordsPerSecond()).isZero();
        assertThat(heard.said)
                .containsExactly("word vectors: 3 words from " + data + "/given.txt, " + (words - 3)
                        + " initialised at random, sha256 " + sha256);
        assertThat(prepared.embedding()).hasSize((words + 1) * 3);
    }

    /** So that no checkpoint of other vectors is taken up. */
    @Test
    void key_otherVectors_isAnotherKey() throws Exception {
        Corpus corpus = marked("a");
        String trained = prepare(corpus, SampleRun.SETTINGS).key();
        String given =
                prepare(corpus, SampleRun.SETTINGS.startingFrom(given(GIVEN))).key();
        String changed = prepare(corpus, SampleRun.SETTINGS.startingFrom(given(GIVEN.replace("9", "8"))))
                .key();

        assertThat(List.of(trained, given, changed)).doesNotHaveDuplicates();
    }

    @Test
    void of_givenVectorsOfOtherWords_areRefused() throws Exception {
        Settings settings = SampleRun.SETTINGS.startingFrom(given("Filmkunst 1 2\n"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> prepare(marked("a"), settings))
                .withMessageContaining("none of the")
                .withMessageContaining("given.txt");
    }

    @Test
    void settings_otherDimensionThanTheFile_isRefused() throws Exception {
        Settings settings = SampleRun.SETTINGS.startingFrom(given(GIVEN));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.with(settings.embedding().withDimension(4)))
                .withMessageContaining("given.txt has 3 dimensions, the embedding 4");
    }

    /** As with {@code train --vectors FILE --words N}. */
    @Test
    void withMostWords_ofSettingsWithVectors_keepsThem() throws Exception {
        VectorSource vectors = given(GIVEN);
        Settings settings = SampleRun.SETTINGS.startingFrom(vectors);

        assertThat(settings.withMostWords(100).given()).isEqualTo(vectors);
        assertThat(settings.withMostWords(100).mostWords()).isEqualTo(100);
        assertThat(settings.withMostWords(settings.mostWords())).isEqualTo(settings);
    }

    private static long count(int[] document, int id) {
        return IntStream.of(document).filter(token -> token == id).count();
    }

    private Preparation prepare(Corpus corpus, Settings settings) throws Exception {
        return Preparation.of(corpus, settings, data, 1, Progress.SILENT);
    }
}
