package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.progress.Progress;

class Word2VecEngineTest {

    private static final List<int[]> REVIEWS = TwoTopics.reviews(300);
    private static final TrainedVectors TRAINED = train(TwoTopics.SPEC, REVIEWS);

    @Test
    void train_twoTopics_putsTheWordsOfATopicTogether() {
        for (int id = 1; id <= 2 * TwoTopics.WORDS; id++) {
            int first = id <= TwoTopics.WORDS ? 1 : 1 + TwoTopics.WORDS;
            int self = id;
            List<String> topic = IntStream.range(first, first + TwoTopics.WORDS)
                    .filter(other -> other != self)
                    .mapToObj(TwoTopics.VOCABULARY::token)
                    .toList();

            assertThat(TRAINED.vectors().nearest(TwoTopics.VOCABULARY.token(id), topic.size()))
                    .extracting(WordVectors.Neighbour::token)
                    .containsExactlyInAnyOrderElementsOf(topic);
        }
    }

    @Test
    void train_sameSettings_givesTheSameBits() {
        assertThat(train(TwoTopics.SPEC, REVIEWS).vectors().values())
                .isEqualTo(TRAINED.vectors().values());
    }

    @Test
    void train_otherSeed_givesOtherVectors() {
        EmbeddingSpec other = new EmbeddingSpec(10, 3, 3, 3, 0, 2);

        assertThat(train(other, REVIEWS).vectors().values())
                .isNotEqualTo(TRAINED.vectors().values());
    }

    /** Also a review that has nothing else, and one that has nothing at all. */
    @Test
    void train_unknownTokens_arePassedOver() {
        TrainedVectors trained = train(TwoTopics.SPEC, TwoTopics.sprinkledWithUnknown(REVIEWS));

        assertThat(trained.vectors().values()).isEqualTo(TRAINED.vectors().values());
        assertThat(trained.words()).isEqualTo(TRAINED.words());
    }

    @Test
    void train_tokensNeverSeen_haveRowsOfZeros() {
        int width = TwoTopics.SPEC.dimension();
        float[] values = TRAINED.vectors().values();
        for (int id = 0; id < TwoTopics.VOCABULARY.size(); id++) {
            boolean zero = allZero(Arrays.copyOfRange(values, id * width, (id + 1) * width));
            assertThat(zero).isEqualTo(id == 0 || id > 2 * TwoTopics.WORDS);
        }
    }

    private static boolean allZero(float[] values) {
        return Arrays.equals(values, new float[values.length]);
    }

    @Test
    void train_finished_countsWordsOfAllEpochs() {
        assertThat(TRAINED.words()).isEqualTo(300 * 12 * 3);
        assertThat(TRAINED.wordsPerSecond()).isEqualTo(TRAINED.words() / TRAINED.seconds());
        assertThat(TRAINED.vectors().dimension()).isEqualTo(10);
    }

    @Test
    void train_noKnownWord_isRefused() {
        List<int[]> unknown = List.of(new int[] {0, 0}, new int[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> train(TwoTopics.SPEC, unknown))
                .withMessageContaining("no known word in 2 reviews")
                .withMessageContaining("minimum count");
    }

    private static TrainedVectors train(EmbeddingSpec spec, List<int[]> reviews) {
        return Word2VecEngine.train(spec, TwoTopics.VOCABULARY, reviews, Progress.SILENT);
    }
}
