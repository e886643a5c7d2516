package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingSpecTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 0, dimension: 0 is outside 1..1000",
        "1001, 1, 1, 1, 0, dimension: 1001 is outside",
        "1, 0, 1, 1, 0, window: 0 is outside 1..100",
        "1, 1, 101, 1, 0, negatives: 101 is outside 1..100",
        "1, 1, 1, -1, 0, epochs: -1 is outside 1..100",
        "1, 1, 1, 1, 1.5, subsampling: 1.5 is outside 0.0..1.0",
        "1, 1, 1, 1, NaN, subsampling: NaN is outside"
    })
    void spec_fieldOutOfRange_saysFieldValueAndRange(
            int dimension, int window, int negatives, int epochs, double subsampling, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddingSpec(dimension, window, negatives, epochs, subsampling, 1))
                .withMessageContaining("embedding " + message);
    }

    /** Each of the settings decides the vectors, so each is in the cache's key. */
    @Test
    void key_anyOtherSetting_isAnotherKey() {
        assertThat(Stream.of(
                                new EmbeddingSpec(2, 2, 2, 2, 0, 1),
                                new EmbeddingSpec(3, 2, 2, 2, 0, 1),
                                new EmbeddingSpec(2, 3, 2, 2, 0, 1),
                                new EmbeddingSpec(2, 2, 3, 2, 0, 1),
                                new EmbeddingSpec(2, 2, 2, 3, 0, 1),
                                new EmbeddingSpec(2, 2, 2, 2, 1e-4, 1),
                                new EmbeddingSpec(2, 2, 2, 2, 0, 2),
                                new EmbeddingSpec(2, 2, 2, 2, 0, 1).with(Engine.DL4J),
                                new EmbeddingSpec(2, 2, 2, 2, 0, 1).with(Architecture.CBOW),
                                new EmbeddingSpec(2, 2, 2, 2, 0, 1).with(Execution.FAST))
                        .map(EmbeddingSpec::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void spec_fastWithDl4j_isRefused() {
        EmbeddingSpec fast = new EmbeddingSpec(2, 2, 2, 2, 0, 1).with(Execution.FAST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fast.with(Engine.DL4J))
                .withMessageContaining("fast is not for the dl4j engine");
    }

    @Test
    void spec_cbowWithDl4j_isRefused() {
        EmbeddingSpec cbow = new EmbeddingSpec(2, 2, 2, 2, 0, 1).with(Architecture.CBOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cbow.with(Engine.DL4J))
                .withMessageContaining("cbow is not for the dl4j engine");
    }
}
