package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.model.ModelFileException.Reason;
import org.reelsense.network.Weights;

class EightBitModelTest {

    private static final int V = RandomModels.V;
    private static final int E = 12;

    @TempDir
    private Path folder;

    @Test
    void withEightBitEmbeddings_again_changesNoBit() {
        SentimentModel once = RandomModels.lstm().withEightBitEmbeddings();

        SentimentModel twice = with(once, once.weights().embedding()).withEightBitEmbeddings();

        assertThat(once.weights().embedding())
                .isNotEqualTo(RandomModels.lstm().weights().embedding());
        assertThat(twice.weights().embedding()).isEqualTo(once.weights().embedding());
        assertThat(twice.weights().dense())
                .isEqualTo(RandomModels.lstm().weights().dense());
    }

    /** No score without the weights it is of. */
    @Test
    void withEightBitEmbeddings_scores_areLeftOut() {
        Provenance before = RandomModels.lstm().provenance();

        Provenance after = RandomModels.lstm().withEightBitEmbeddings().provenance();

        assertThat(before.scores()).isNotEmpty();
        assertThat(after.scores()).isEmpty();
        assertThat(after.run()).containsEntry("embeddings", "8bit");
        assertThat(after.dataSha256()).isEqualTo(before.dataSha256());
    }

    @Test
    void write_readAndWrittenAgain_sameWeightsAndBytes() throws IOException {
        SentimentModel model = RandomModels.lstm().withEightBitEmbeddings();
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        model.write(first);
        SentimentModel read = SentimentModel.read(first);
        read.write(second);

        assertThat(read.precision()).isEqualTo(EmbeddingPrecision.EIGHT_BIT);
        assertThat(read.weights().embedding()).isEqualTo(model.weights().embedding());
        assertThat(read.weights().dense()).isEqualTo(model.weights().dense());
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void write_tensors_areBytesAndAScaleARow() throws IOException {
        Path small = folder.resolve("small");
        Path large = folder.resolve("large");
        RandomModels.lstm().write(large);
        RandomModels.lstm().withEightBitEmbeddings().write(small);

        Map<String, Tensor> tensors = ModelFile.read(small).tensors();

        assertThat(tensors.get("embedding.weight")).hasToString("I8[200, 12]");
        assertThat(tensors.get("embedding.scale")).hasToString("F32[200]");
        assertThat(Files.size(large) - Files.size(small)).isBetween(3L * V * E - 4 * V - 100, 3L * V * E - 4 * V);
    }

    /** What is compared with Java's memory before the numbers are made: the other weights count too. */
    @Test
    void bytesAsFloats_ofEitherPrecision_differByTheScales() {
        SentimentModel model = RandomModels.lstm();

        long floats = EmbeddingTensors.bytesAsFloats(ModelWriter.toFile(model));
        long eightBit = EmbeddingTensors.bytesAsFloats(ModelWriter.toFile(model.withEightBitEmbeddings()));

        assertThat(floats).isGreaterThan(4L * V * E + 4L * model.weights().dense().length);
        assertThat(eightBit).isEqualTo(floats + 4L * V);
    }

    /** A row of zeros, such as of a token that never came. */
    @Test
    void write_rowOfZeros_staysZeros() throws IOException {
        SentimentModel model = RandomModels.lstm();
        float[] embedding = model.weights().embedding().clone();
        Arrays.fill(embedding, 0, E, 0);
        Path file = folder.resolve("model");

        with(model, embedding).withEightBitEmbeddings().write(file);

        assertThat(SentimentModel.read(file).weights().embedding()).startsWith(new float[E]);
    }

    @Test
    void write_weightsThatAreNotRounded_refused() {
        SentimentModel model = RandomModels.lstm();
        SentimentModel wrong = new SentimentModel(
                model.tokenizer(),
                model.vocabulary(),
                model.weights(),
                EmbeddingPrecision.EIGHT_BIT,
                model.provenance());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> wrong.write(folder.resolve("model")))
                .withMessageContaining("call it");
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                scale("NaN", Float.NaN, "embedding.scale holds NaN"),
                scale("infinite", Float.POSITIVE_INFINITY, "embedding.scale holds Infinity"),
                scale("negative", -0.5f, "holds -0.5 in row 3"),
                scale("negative zero", -0f, "holds -0.0 in row 3"),
                scale("subnormal", Math.scalb(1f, -130), "in row 3"),
                scale("too large", Math.scalb(1f, 122), "in row 3"),
                scale("too fine", Math.nextUp(0.5f), "whose last 7 bits are 0"),
                scale("zero for codes", 0, "127 as the largest code of row 3, whose scale is 0.0"),
                Arguments.of("-128", Reason.BAD_ENTRY, "128 as the largest code of row 0", codes(-128)),
                Arguments.of("no 127", Reason.BAD_ENTRY, "as the largest code of row 0", codes(-126)),
                Arguments.of(
                        "turned scales",
                        Reason.BAD_SHAPE,
                        "embedding.scale is [200, 1]",
                        put("embedding.scale", Tensor.f32(List.of(V, 1), new float[V]))),
                Arguments.of(
                        "too few scales",
                        Reason.BAD_SHAPE,
                        "embedding.scale is [199]",
                        put("embedding.scale", Tensor.f32(List.of(V - 1), new float[V - 1]))),
                Arguments.of(
                        "one scale",
                        Reason.BAD_SHAPE,
                        "embedding.scale is []",
                        put("embedding.scale", Tensor.f32(List.of(), new float[1]))),
                Arguments.of(
                        "I8 scales",
                        Reason.BAD_ENTRY,
                        "embedding.scale is I8 and not F32",
                        put("embedding.scale", Tensor.i8(List.of(V), new byte[V]))),
                Arguments.of(
                        "turned codes",
                        Reason.BAD_SHAPE,
                        "embedding.weight is [12, 200]",
                        put("embedding.weight", Tensor.i8(List.of(E, V), new byte[V * E]))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void read_wrongRows_itsOwnReason(String what, Reason reason, String message, Consumer<Map<String, Tensor>> change)
            throws IOException {
        ModelFile good = ModelWriter.toFile(RandomModels.lstm().withEightBitEmbeddings());
        Map<String, Tensor> tensors = new HashMap<>(good.tensors());
        change.accept(tensors);
        Path file = folder.resolve("model");
        new ModelFile(good.metadata(), tensors).write(file);

        ModelFileException thrown = catchThrowableOfType(ModelFileException.class, () -> SentimentModel.read(file));

        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown).hasMessageContaining(message).hasMessageStartingWith(file.toString());
    }

    private static Arguments scale(String what, float value, String message) {
        Consumer<Map<String, Tensor>> change = tensors -> {
            float[] scales = tensors.get("embedding.scale").floats();
            scales[3] = value;
            tensors.put("embedding.scale", Tensor.f32(List.of(V), scales));
        };
        return Arguments.of(what + " scale", Reason.BAD_ENTRY, message, change);
    }

    /** The largest code of the first row replaced. */
    private static Consumer<Map<String, Tensor>> codes(int code) {
        return tensors -> {
            byte[] codes = tensors.get("embedding.weight").bytes();
            for (int i = 0; i < E; i++) {
                codes[i] = Math.abs(codes[i]) == 127 ? (byte) code : codes[i];
            }
            tensors.put("embedding.weight", Tensor.i8(List.of(V, E), codes));
        };
    }

    private static Consumer<Map<String, Tensor>> put(String name, Tensor tensor) {
        return tensors -> tensors.put(name, tensor);
    }

    private static SentimentModel with(SentimentModel model, float[] embedding) {
        Weights weights = model.weights();
        return new SentimentModel(
                model.tokenizer(),
                model.vocabulary(),
                new Weights(weights.spec(), embedding, weights.dense()),
                model.provenance());
    }
}
