package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;

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

        assertThat(Preparation.key(sample.limitedTo(40)))
                .isNotEqualTo(Preparation.key(sample))
                .isNotEqualTo(Preparation.key(sample.limitedTo(60)));
    }

    private static long count(int[] document, int id) {
        return IntStream.of(document).filter(token -> token == id).count();
    }

    private Preparation prepare(Corpus corpus, Settings settings) throws Exception {
        return Preparation.of(corpus, settings, data, 1, Progress.SILENT);
    }
}
