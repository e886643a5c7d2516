package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;

class ReviewTraitsTest {

    @TempDir
    Path data;

    @Test
    void of_sample_countsAsTheReferenceDoes() throws Exception {
        Corpus sample = SampleRun.sample();
        SliceGolden golden = SliceGolden.read();

        assertThat(sample.train().size() + sample.unlabelled().size()).isEqualTo(golden.seen());
        assertThat(sample.test()).extracting(Review::id).isEqualTo(golden.ids());
        assertThat(traits(sample)).isEqualTo(golden.traits()).hasSize(180);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It isn't bad, it CAN'T be, I don’t think.               | 3",
                "No. Never! Nothing, nobody, none, nowhere...            | 6",
                "Neither here nor there; cannot live with or without it. | 4",
                "Not only good but not-so-bad                            | 2",
                "A noted knot, nonetheless notable: hardly anything      | 0",
                "dont cant wont                                          | 0"
            })
    void of_negations_areThoseTheTokenizerGives(String text, int negations) throws Exception {
        assertThat(only(corpus(List.of("any"), List.of(), List.of(), text)).negations())
                .isEqualTo(negations);
    }

    /** 10 in a million are 1 in 100,000. */
    @ParameterizedTest
    @CsvSource({"99998, 0", "99999, 0", "100000, 1"})
    void of_wordSeenOnce_isRareInMoreThanAHundredThousandTokens(int others, int rare) throws Exception {
        String train = "the ".repeat(others) + "oeuvre";

        assertThat(only(corpus(List.of(train), List.of(), List.of(), "the oeuvre"))
                        .rare())
                .isEqualTo(rare);
    }

    @Test
    void of_words_areSeenInTrainingAndUnlabelledTextOnly() throws Exception {
        Corpus corpus =
                corpus(List.of("trained"), List.of("unlabelled"), List.of("dev"), "trained unlabelled dev test");

        assertThat(only(corpus)).isEqualTo(new ReviewTraits(4, 8, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<br /><br />"})
    void of_reviewWithoutAToken_isOneTokenLong(String text) throws Exception {
        assertThat(only(corpus(List.of("any"), List.of(), List.of(), text))).isEqualTo(new ReviewTraits(1, 8, 0, 0));
    }

    private ReviewTraits only(Corpus corpus) throws Exception {
        List<ReviewTraits> traits = traits(corpus);
        assertThat(traits).hasSize(1);
        return traits.get(0);
    }

    private List<ReviewTraits> traits(Corpus corpus) throws Exception {
        return ReviewTraits.of(TokenizedCorpus.of(corpus, SampleRun.SETTINGS, data, 1, Progress.SILENT));
    }

    private static Corpus corpus(List<String> train, List<String> unlabelled, List<String> dev, String test) {
        List<Review> unknown = new ArrayList<>();
        unlabelled.forEach(text -> unknown.add(Review.unlabelled("train/unsup/0_0", text, "")));
        return new Corpus("made-up", "0", labelled(train), labelled(dev), labelled(List.of(test)), unknown);
    }

    private static List<Review> labelled(List<String> texts) {
        return texts.stream()
                .map(text -> new Review("test/pos/0_8", text, Label.POSITIVE, 8, ""))
                .toList();
    }
}
