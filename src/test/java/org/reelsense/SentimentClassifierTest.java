package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.model.RandomModels;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.Weights;
import org.reelsense.storage.DataException;
import org.reelsense.text.Tokenizer;

class SentimentClassifierTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeModel() throws IOException {
        file = folder.resolve("model.safetensors");
        RandomModels.lstm().write(file);
    }

    @Test
    void classify_knownWords_givesTheNetworksProbability() throws IOException {
        float logit;
        try (ClassifierNetwork network =
                new ClassifierNetwork(RandomModels.lstm().weights(), false)) {
            logit = network.logits(List.of(new int[] {17, 0, 3, 3}))[0];
        }
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            assertThat(classifier.classify("Word17 nonsense <b>word3</b> word3").probability())
                    .isEqualTo(1 / (1 + Math.exp(-logit)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t", "<br />", "\u0000", "unheard"})
    void classify_noWord_isOneUnknownWord(String text) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            Prediction unknown = classifier.classify("unheard");

            assertThat(classifier.classify(text)).isEqualTo(unknown);
            assertThat(classifier.classify(List.of(text, text))).containsExactly(unknown, unknown);
            assertThat(unknown.probability()).isStrictlyBetween(0.0, 1.0);
        }
    }

    @Test
    void classify_list_equalsOneByOneInOrder(TestReporter reporter) throws IOException {
        List<String> texts = RandomModels.texts(500, 2);
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            double[] list = probabilities(classifier.classify(texts));
            double[] single = texts.stream()
                    .mapToDouble(text -> classifier.classify(text).probability())
                    .toArray();
            double largest = IntStream.range(0, single.length)
                    .mapToDouble(i -> Math.abs(list[i] - single[i]))
                    .max()
                    .orElseThrow();

            reporter.publishEntry("largest difference of a list", String.valueOf(largest));
            assertThat(largest).isLessThanOrEqualTo(1e-6);
            assertThat(Arrays.stream(single).distinct().count()).isGreaterThan(450);
        }
    }

    @Test
    void classify_listWithOtherThreadCounts_sameBits() throws IOException {
        List<String> texts = RandomModels.texts(300, 3);
        try (SentimentClassifier one = SentimentClassifier.load(file, 1);
                SentimentClassifier five = SentimentClassifier.load(file, 5)) {
            assertThat(five.classify(texts)).isEqualTo(one.classify(texts));
            assertThat(one.threadsAlive()).isEqualTo(1);
            assertThat(five.threadsAlive()).isEqualTo(5);
        }
    }

    @Test
    void classify_emptyList_isEmpty() throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            assertThat(classifier.classify(List.of())).isEmpty();
        }
    }

    @Test
    void classify_nullInAList_refused() throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            assertThatNullPointerException().isThrownBy(() -> classifier.classify(Arrays.asList("a", null)));
        }
    }

    /** Many passes of the network, and the worker gives the same bits afterwards. */
    @Test
    void classify_veryLongText_isScoredAndChangesNothing() throws IOException {
        String text = Stream.generate(() -> "word5 word9").limit(50_000).collect(Collectors.joining(" "));
        try (SentimentClassifier classifier = SentimentClassifier.load(file, 1)) {
            Prediction before = classifier.classify("word5 word9");

            assertThat(classifier.classify(text).probability()).isStrictlyBetween(0.0, 1.0);
            assertThat(classifier.classify("word5 word9")).isEqualTo(before);
        }
    }

    @Test
    void load_missingFile_dataException() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SentimentClassifier.load(folder.resolve("none")))
                .withMessageContaining("none: ");
    }

    @Test
    void load_otherTokenizer_saysWhichVersion() throws IOException {
        SentimentModel model = RandomModels.lstm();
        new SentimentModel("reelsense.tokenizer.v0", model.vocabulary(), model.weights(), model.provenance())
                .write(file);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SentimentClassifier.load(file))
                .withMessageContaining("was trained with reelsense.tokenizer.v0")
                .withMessageContaining(Tokenizer.ID)
                .withMessageContaining("use the version that trained it (commit unknown)");
    }

    @Test
    void load_noThreads_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentimentClassifier.load(file, 0))
                .withMessageContaining("threads: received 0, allowed 1 or more");
    }

    /** Each weight is finite, and their sums are not. */
    @Test
    void classifyAndExplain_modelThatGivesNoNumber_sayTheSame() throws IOException {
        SentimentModel model = RandomModels.lstm();
        Weights weights = model.weights().copy();
        enlarge(weights.embedding());
        enlarge(weights.dense());
        new SentimentModel(model.tokenizer(), model.vocabulary(), weights, model.provenance()).write(file);
        List<String> texts = RandomModels.texts(20, 1);
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            Stream.<ThrowingCallable>of(
                            () -> classifier.classify(texts),
                            () -> classifier.explain(texts),
                            () -> classifier.explain(texts.get(0)))
                    .forEach(asking -> assertThatExceptionOfType(UncheckedIOException.class)
                            .isThrownBy(asking)
                            .withCauseInstanceOf(DataException.class)
                            .withMessageContaining("train it anew"));
        }
    }

    /** The probability is one, what each word adds is none. */
    @Test
    void explain_logitBeyondAllNumbers_saysSo() throws IOException {
        SentimentModel model = RandomModels.lstm();
        Weights weights = model.weights().copy();
        int bias = weights.dense().length - 1;
        Arrays.fill(weights.dense(), bias - weights.spec().pooledSize(), bias, Float.MAX_VALUE);
        weights.dense()[bias] = Float.MAX_VALUE;
        new SentimentModel(model.tokenizer(), model.vocabulary(), weights, model.provenance()).write(file);
        try (SentimentClassifier classifier = SentimentClassifier.load(file)) {
            assertThat(classifier.classify("word1 word2").probability()).isIn(0.0, 1.0);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> classifier.explain("word1 word2"))
                    .withCauseInstanceOf(DataException.class);
        }
    }

    private static void enlarge(float[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.copySign(3e38f, weights[i]);
        }
    }

    @Test
    void classify_afterClose_illegalState() throws IOException {
        SentimentClassifier classifier = SentimentClassifier.load(file);
        classifier.classify("word1");
        classifier.close();
        classifier.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> classifier.classify("word1"))
                .withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> classifier.classify(List.of()));
    }

    private static double[] probabilities(List<Prediction> predictions) {
        return predictions.stream().mapToDouble(Prediction::probability).toArray();
    }
}
