package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.network.Regularisation;

class TrainingSpecTest {

    private static final Regularisation NONE = Regularisation.NONE;
    private static final AdamSpec ADAM = AdamSpec.slanted(0.5f, 0.6f, 0.7f);

    @ParameterizedTest
    @MethodSource("wrong")
    void spec_fieldOutOfRange_saysFieldValueAndRange(String message, Supplier<Object> spec) {
        ThrowingCallable making = spec::get;

        assertThatIllegalArgumentException().isThrownBy(making).withMessageContaining(message);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                one("epochs: 0 is outside 1..1000", () -> new TrainingSpec(0, 1, 1, ADAM, 1, 0, NONE, 1, 1)),
                one("epochs: 1001 is outside", () -> new TrainingSpec(1001, 1, 1, ADAM, 1, 0, NONE, 1, 1)),
                one("batchReviews: -1 is outside", () -> new TrainingSpec(1, -1, 1, ADAM, 1, 0, NONE, 1, 1)),
                one("shards: 0 is outside 1..1024", () -> new TrainingSpec(1, 1, 0, ADAM, 1, 0, NONE, 1, 1)),
                one("learningRate: NaN is outside", () -> AdamSpec.slanted(Float.NaN, 1, 0)),
                one("learningRate: -0.5 is outside 0.0..10.0", () -> AdamSpec.keras(-0.5f)),
                one("embeddingRate: 11.0 is outside 0.0..10.0", () -> AdamSpec.slanted(1, 11, 0)),
                one("warmUp: 1.5 is outside 0.0..1.0", () -> AdamSpec.slanted(1, 1, 1.5f)),
                one("clipNorm: 0.0 is outside", () -> spec(0, 0)),
                one("clipNorm: Infinity is outside", () -> spec(Float.POSITIVE_INFINITY, 0)),
                one("averaging: 1.0 is outside", () -> spec(1, 1)),
                one("patience: 0 is outside 1..1000", () -> new TrainingSpec(1, 1, 1, ADAM, 1, 0, NONE, 0, 1)),
                one("embeddingDropout: 1.0 is outside [0, 1)", () -> new Regularisation(1, 0, 0)),
                one("pooledDropout: NaN is outside [0, 1)", () -> new Regularisation(0, Float.NaN, 0)),
                one("adversarialNorm: -1.0 is outside 0..1000", () -> new Regularisation(0, 0, -1)),
                one("positive: 2 labels for 1 reviews", () -> reviews(2, new int[] {1})),
                one("documents: none; give at least one", () -> reviews(0)),
                one("review 1, counted from 0, has no token; encode", () -> reviews(2, new int[] {1}, new int[0])));
    }

    @Test
    void withSeed_otherSeed_changesNothingElse() {
        TrainingSpec spec = new TrainingSpec(2, 3, 4, ADAM, 8, 0.9f, NONE, 10, 11);

        assertThat(spec.withSeed(12))
                .isNotEqualTo(spec)
                .usingRecursiveComparison()
                .ignoringFields("seed")
                .isEqualTo(spec);
        assertThat(spec.withSeed(12).seed()).isEqualTo(12);
    }

    @Test
    void withEpochs_otherNumber_changesNothingElse() {
        TrainingSpec spec = new TrainingSpec(2, 3, 4, ADAM, 8, 0.9f, NONE, 10, 11);

        assertThat(spec.withEpochs(5)).isEqualTo(new TrainingSpec(5, 3, 4, ADAM, 8, 0.9f, NONE, 10, 11));
    }

    private static TrainingSpec spec(float clipNorm, float averaging) {
        return new TrainingSpec(1, 1, 1, ADAM, clipNorm, averaging, NONE, 1, 1);
    }

    private static EncodedReviews reviews(int labels, int[]... documents) {
        return new EncodedReviews(List.of(documents), new boolean[labels]);
    }

    private static Arguments one(String message, Supplier<Object> spec) {
        return Arguments.of(message, spec);
    }
}
