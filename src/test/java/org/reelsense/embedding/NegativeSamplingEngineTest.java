package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.progress.Progress;

class NegativeSamplingEngineTest {

    private static final List<int[]> REVIEWS = TwoTopics.reviews(3_000);
    private static final EmbeddingSpec SPEC = new EmbeddingSpec(10, 3, 3, 2, 1e-2, 1);
    private static final int WIDTH = SPEC.dimension();

    static Stream<EmbeddingSpec> kinds() {
        return Stream.of(Architecture.values())
                .flatMap(architecture -> Stream.of(Execution.values()).map(execution -> spec(architecture, execution)));
    }

    private static EmbeddingSpec spec(Architecture architecture, Execution execution) {
        return SPEC.with(architecture).with(execution);
    }

    /** Several rounds and a last one that is not full. */
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void train_deterministic_givesTheSameBitsForAnyNumberOfThreads(Architecture architecture)
            throws InterruptedException {
        EmbeddingSpec spec = spec(architecture, Execution.DETERMINISTIC);
        float[] one = train(spec, REVIEWS, 1);

        for (int threads : new int[] {1, 2, 4, 20}) {
            assertThat(train(spec, REVIEWS, threads)).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void train_otherSeed_givesOtherVectors(EmbeddingSpec spec) throws InterruptedException {
        EmbeddingSpec other = new EmbeddingSpec(10, 3, 3, 2, 1e-2, 2)
                .with(spec.architecture())
                .with(spec.execution());

        assertThat(train(other, REVIEWS, 1)).isNotEqualTo(train(spec, REVIEWS, 1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void train_twoTopics_putsTheWordsOfATopicTogether(EmbeddingSpec spec) throws InterruptedException {
        WordVectors vectors = VectorTraining.train(spec, TwoTopics.VOCABULARY, REVIEWS, 2, Progress.SILENT)
                .vectors();
        for (int id = 1; id <= 2 * TwoTopics.WORDS; id++) {
            int first = id <= TwoTopics.WORDS ? 1 : 1 + TwoTopics.WORDS;
            int self = id;
            List<String> topic = IntStream.range(first, first + TwoTopics.WORDS)
                    .filter(other -> other != self)
                    .mapToObj(TwoTopics.VOCABULARY::token)
                    .toList();

            assertThat(vectors.nearest(TwoTopics.VOCABULARY.token(id), topic.size()))
                    .extracting(WordVectors.Neighbour::token)
                    .containsExactlyInAnyOrderElementsOf(topic);
        }
    }

    /** A dozen words that all shards of a round train at once: their changes add up and must not run away. */
    @ParameterizedTest
    @MethodSource("kinds")
    void train_fewWordsVeryOften_staysModerate(EmbeddingSpec spec) throws InterruptedException {
        EmbeddingSpec longer =
                new EmbeddingSpec(10, 5, 5, 20, 0, 1).with(spec.architecture()).with(spec.execution());

        float[] values = train(longer, REVIEWS, 2);

        for (float value : values) {
            assertThat(Math.abs(value)).isLessThan(10);
        }
    }

    /** Also a review that has nothing else, and one that has nothing at all. */
    @Test
    void train_unknownTokens_arePassedOver() throws InterruptedException {
        assertThat(train(SPEC, TwoTopics.sprinkledWithUnknown(REVIEWS), 2)).isEqualTo(train(SPEC, REVIEWS, 2));
    }

    @Test
    void train_tokensNeverSeen_haveRowsOfZeros() throws InterruptedException {
        float[] values = train(SPEC, REVIEWS, 1);
        for (int id = 0; id < TwoTopics.VOCABULARY.size(); id++) {
            float[] row = Arrays.copyOfRange(values, id * WIDTH, (id + 1) * WIDTH);

            assertThat(Arrays.equals(row, new float[WIDTH])).isEqualTo(id == 0 || id > 2 * TwoTopics.WORDS);
        }
    }

    @Test
    void train_fromGivenVectors_startsThereAndKeepsThoseOfWordsNeverSeen() throws InterruptedException {
        WordVectors given = given(1f);
        float[] before = given.values().clone();
        List<int[]> two = List.of(new int[] {1, 2});

        float[] values = VectorTraining.train(SPEC, given, two, 1, Progress.SILENT)
                .vectors()
                .values();

        assertThat(given.values()).isEqualTo(before);
        // Targets start as zeros: the first step leaves the inputs where they were, later ones hardly move them.
        for (int i = WIDTH; i < values.length; i++) {
            assertThat(Math.abs(values[i] - before[i])).isLessThan(0.1f);
        }
        assertThat(Arrays.copyOfRange(values, 3 * WIDTH, values.length))
                .isEqualTo(Arrays.copyOfRange(before, 3 * WIDTH, values.length));
    }

    /** One row given, the others zeros: those start as if none were given. */
    @Test
    void train_rowOfZerosGiven_startsFromRandomNumbers() throws InterruptedException {
        float[] one = new float[TwoTopics.VOCABULARY.size() * WIDTH];
        one[WIDTH] = 1;
        List<int[]> noWindow = List.of(new int[] {1}, new int[] {2});
        WordVectors given = new WordVectors(TwoTopics.VOCABULARY, WIDTH, one);

        float[] values = VectorTraining.train(SPEC, given, noWindow, 1, Progress.SILENT)
                .vectors()
                .values();
        float[] fresh = train(SPEC, noWindow, 1);

        assertThat(Arrays.copyOfRange(values, WIDTH, 2 * WIDTH)).isEqualTo(Arrays.copyOfRange(one, WIDTH, 2 * WIDTH));
        assertThat(Arrays.copyOfRange(values, 2 * WIDTH, 3 * WIDTH))
                .isEqualTo(Arrays.copyOfRange(fresh, 2 * WIDTH, 3 * WIDTH))
                .doesNotContain(0);
    }

    @Test
    void train_hugeGivenVectors_givesOneErrorAndNoNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorTraining.train(SPEC, given(1e37f), REVIEWS, 1, Progress.SILENT))
                .withMessageContaining("not finite")
                .withMessageContaining("scale");
    }

    @Test
    void train_givenVectorsOfOtherDimension_areRefused() {
        WordVectors wide = new WordVectors(TwoTopics.VOCABULARY, 11, new float[TwoTopics.VOCABULARY.size() * 11]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorTraining.train(SPEC, wide, REVIEWS, 1, Progress.SILENT))
                .withMessageContaining("dimension 11 is not the embedding's 10");
    }

    @Test
    void train_givenVectorsForDl4j_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorTraining.train(SPEC.with(Engine.DL4J), given(1), REVIEWS, 1, Progress.SILENT))
                .withMessageContaining("dl4j engine cannot start from any");
    }

    @Test
    void train_noKnownWord_isRefused() {
        for (List<int[]> documents : List.of(List.of(new int[] {0, 0}, new int[0]), List.<int[]>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> train(SPEC, documents, 1))
                    .withMessageContaining("no known word in " + documents.size() + " reviews")
                    .withMessageContaining("minimum count");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 257})
    void train_threadsOutOfRange_isRefused(int threads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> train(SPEC, REVIEWS, threads))
                .withMessageContaining("threads: " + threads + " is outside 1..256");
    }

    /** It would go on for many minutes. */
    @ParameterizedTest
    @EnumSource(Execution.class)
    void train_interruptedAtTheFirstWords_endsAndSaysSo(Execution execution) {
        EmbeddingSpec endless = new EmbeddingSpec(1_000, 20, 20, 100, 0, 1).with(execution);
        Thread trainer = Thread.currentThread();
        Recorder recorder = new Recorder() {
            @Override
            public synchronized void advance(long units) {
                if (done == 0) {
                    trainer.interrupt();
                }
                super.advance(units);
            }
        };

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> VectorTraining.train(endless, TwoTopics.VOCABULARY, REVIEWS, 2, recorder));
        assertThat(recorder.ended).isTrue();
        assertThat(recorder.done).isLessThan(recorder.total / 10);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void train_finished_hasToldOfAllWords(EmbeddingSpec spec) throws InterruptedException {
        Recorder recorder = new Recorder();

        TrainedVectors trained = VectorTraining.train(spec, TwoTopics.VOCABULARY, REVIEWS, 2, recorder);

        assertThat(trained.words()).isEqualTo(2 * 3_000 * 12);
        assertThat(recorder.total).isEqualTo(trained.words());
        assertThat(recorder.done).isEqualTo(trained.words());
        assertThat(recorder.ended).isTrue();
    }

    private static class Recorder implements Progress {

        long total;
        long done;
        boolean ended;

        @Override
        public void begin(String task, long units, String unit) {
            total = units;
        }

        @Override
        public synchronized void advance(long units) {
            done += units;
        }

        @Override
        public void say(String line) {}

        @Override
        public void end() {
            ended = true;
        }
    }

    private static WordVectors given(float scale) {
        Random random = new Random(9);
        float[] values = new float[TwoTopics.VOCABULARY.size() * WIDTH];
        for (int i = WIDTH; i < values.length; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return new WordVectors(TwoTopics.VOCABULARY, WIDTH, values);
    }

    private static float[] train(EmbeddingSpec spec, List<int[]> reviews, int threads) throws InterruptedException {
        return VectorTraining.train(spec, TwoTopics.VOCABULARY, reviews, threads, Progress.SILENT)
                .vectors()
                .values();
    }
}
