package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.model.RandomModels;
import org.reelsense.network.Cell;

@Timeout(300)
class PrecisionTest {

    private static final List<String> TEXTS = RandomModels.texts(300, 21);

    @TempDir
    private Path folder;

    private SentimentClassifier load(Cell cell, Precision precision) throws IOException {
        Path file = folder.resolve(cell.id());
        RandomModels.of(cell, true, 4).write(file);
        try {
            return SentimentClassifier.load(file, 3, precision);
        } catch (IllegalArgumentException none) {
            assumeTrue(false, none.getMessage());
            throw none;
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void classify_inAnyPrecision_isNearFloatsAndExplainsThatNumber(Precision precision) throws IOException {
        try (SentimentClassifier exact = load(Cell.LSTM, Precision.FLOAT);
                SentimentClassifier classifier = load(Cell.LSTM, precision)) {
            List<Prediction> expected = exact.classify(TEXTS);
            List<Prediction> predictions = classifier.classify(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(predictions.get(i).probability())
                        .isCloseTo(expected.get(i).probability(), within(0.02));
            }
            assertThat(predictions.equals(expected)).isEqualTo(precision == Precision.FLOAT);
            assertThat(classifier.explain(TEXTS.get(9)).probability())
                    .isEqualTo(classifier.classify(TEXTS.get(9)).probability());
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void classify_alone_sameBitsOnAnyThread(Precision precision) throws Exception {
        try (SentimentClassifier classifier = load(Cell.LSTM, precision)) {
            Callable<List<Prediction>> alone =
                    () -> TEXTS.stream().map(classifier::classify).toList();
            List<Prediction> expected = alone.call();
            ExecutorService callers = Executors.newFixedThreadPool(8);
            List<Future<List<Prediction>>> others = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                others.add(callers.submit(alone));
            }
            for (Future<List<Prediction>> other : others) {
                assertThat(other.get()).isEqualTo(expected);
            }
            callers.shutdown();
        }
    }

    @Test
    void load_eightBitsOfAGru_saysWhatToTake() throws IOException {
        Path gru = folder.resolve("gru");
        RandomModels.of(Cell.GRU, true, 4).write(gru);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentimentClassifier.load(gru, 1, Precision.EIGHT_BIT))
                .withMessageContaining("gru")
                .withMessageContaining("bfloat16");
    }

    @Test
    void ofId_unknown_namesTheKnown() {
        assertThat(Precision.ofId("8bit")).isEqualTo(Precision.EIGHT_BIT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Precision.ofId("16bit"))
                .withMessageContaining("16bit")
                .withMessageContaining("float, bfloat16, 8bit");
    }
}
