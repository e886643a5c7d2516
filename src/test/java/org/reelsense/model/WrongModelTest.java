package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.model.ModelFileException.Reason;

/** Sound safetensors files with a right checksum that are no classifier: one typed error each, and no memory taken. */
class WrongModelTest {

    private static final int E = 12;

    @TempDir
    private Path folder;

    static Stream<Arguments> tensors() {
        return Stream.of(
                tensor(
                        "no embedding",
                        Reason.BAD_ENTRY,
                        "has no tensor embedding.weight",
                        (m, t) -> t.remove("embedding.weight")),
                tensor("no vocabulary", Reason.BAD_ENTRY, "has no tensor vocabulary", (m, t) -> t.remove("vocabulary")),
                tensor("no bias", Reason.BAD_ENTRY, "has no tensor output.bias", (m, t) -> t.remove("output.bias")),
                tensor(
                        "no reverse direction",
                        Reason.BAD_ENTRY,
                        "has no tensor rnn.weight_hh_l0_reverse",
                        (m, t) -> t.remove("rnn.weight_hh_l0_reverse")),
                tensor(
                        "turned embedding",
                        Reason.BAD_SHAPE,
                        "tensor embedding.weight is [12, 200], its spec asks for [200, 12]",
                        (m, t) -> t.put("embedding.weight", Tensor.f32(List.of(E, 200), new float[2400]))),
                tensor(
                        "one axis too few",
                        Reason.BAD_SHAPE,
                        "tensor output.weight is [64], its spec asks for [1, 64]",
                        (m, t) -> t.put("output.weight", Tensor.f32(List.of(64), new float[64]))),
                tensor(
                        "scalar bias",
                        Reason.BAD_SHAPE,
                        "output.bias",
                        (m, t) -> t.put("output.bias", Tensor.f32(List.of(), new float[1]))),
                tensor(
                        "I8 embedding without scales",
                        Reason.BAD_ENTRY,
                        "has no tensor embedding.scale",
                        (m, t) -> t.put("embedding.weight", Tensor.i8(List.of(200, E), new byte[2400]))),
                tensor(
                        "U8 embedding",
                        Reason.BAD_ENTRY,
                        "tensor embedding.weight is U8 and not F32",
                        (m, t) -> t.put("embedding.weight", Tensor.u8(List.of(200, E), new byte[2400]))),
                tensor(
                        "I8 vocabulary",
                        Reason.BAD_ENTRY,
                        "tensor vocabulary is I8 and not U8",
                        (m, t) -> t.put("vocabulary", Tensor.i8(List.of(5), new byte[5]))),
                tensor(
                        "NaN",
                        Reason.BAD_ENTRY,
                        "tensor output.bias holds NaN",
                        (m, t) -> t.put("output.bias", Tensor.f32(List.of(1), new float[] {Float.NaN}))),
                tensor(
                        "infinity",
                        Reason.BAD_ENTRY,
                        "tensor output.bias holds -Infinity",
                        (m, t) -> t.put("output.bias", Tensor.f32(List.of(1), new float[] {Float.NEGATIVE_INFINITY}))));
    }

    static Stream<Arguments> vocabularies() {
        return Stream.of(
                vocabulary("one token", "<unk>", "vocabulary has 1 tokens, its spec asks for 200"),
                vocabulary("one too many", "<unk>" + "\na".repeat(200), "vocabulary has 201 tokens"),
                vocabulary("repeated", "<unk>" + "\na".repeat(199), "vocabulary entry 2"),
                vocabulary("empty tokens", "\n".repeat(199), "vocabulary begins with \"\""));
    }

    static Stream<Arguments> metadata() {
        return Stream.of(
                without("spec"),
                without("tokenizer"),
                without("provenance"),
                spec("no JSON", spec -> "spec", "metadata spec cannot be read"),
                spec("empty", spec -> "", "metadata spec cannot be read"),
                spec("null", spec -> "null", "metadata spec is null"),
                spec("list", spec -> "[]", "metadata spec cannot be read"),
                spec("cut off", spec -> spec.substring(0, spec.length() - 1), "metadata spec cannot be read"),
                spec("something after it", spec -> spec + "{}", "metadata spec cannot be read"),
                spec("deep", spec -> "[".repeat(100_000), "metadata spec cannot be read"),
                spec("unknown cell", spec -> spec.replace("lstm", "qrnn"), "cell: 'qrnn' is unknown"),
                spec("unknown pooling", spec -> spec.replace("max+mean", "max"), "pooling: 'max' is unknown"),
                spec("unknown field", spec -> spec.replace("{", "{\"layers\":2,"), "layers"),
                spec("field left out", spec -> spec.replace("\"bidirectional\":true,", ""), "bidirectional"),
                spec("field twice", spec -> spec.replace("{", "{\"hiddenSize\":16,"), "hiddenSize"),
                spec("null field", spec -> spec.replace("\"lstm\"", "null"), "cell"),
                spec("null number", spec -> spec.replace(":16", ":null"), "null"),
                spec("fraction", spec -> spec.replace(":16", ":16.5"), "16.5"),
                spec("number as text", spec -> spec.replace(":16", ":\"16\""), "hiddenSize"),
                spec("number for a truth", spec -> spec.replace("true", "1"), "metadata spec cannot be read"),
                spec("beyond an int", spec -> spec.replace(":16", ":4294967312"), "4294967312"),
                spec("negative", spec -> spec.replace(":16", ":-16"), "hiddenSize: -16 is outside"),
                spec("no steps", spec -> spec.replace(":40", ":0"), "pieceLength: 0 is outside"),
                metadata("tokenizer", "no id", id -> "\u009b2J", "tokenizer: received"),
                metadata("provenance", "no JSON", json -> "{", "metadata provenance cannot be read"),
                metadata("provenance", "null", json -> "null", "metadata provenance is null"),
                metadata("provenance", "field left out", json -> json.replace("\"seed\":7,", ""), "seed"),
                metadata("provenance", "null value", json -> json.replace("0.875", "null"), "scores testAccuracy"),
                metadata("provenance", "score as text", json -> json.replace("0.875", "\"NaN\""), "provenance"),
                metadata("provenance", "null run", json -> json.replace("\"run\":{}", "\"run\":null"), "run"),
                metadata(
                        "provenance",
                        "escape in its run",
                        json -> json.replace("\"run\":{}", "\"run\":{\"command\":\"\\u001b\"}"),
                        "run command: received"),
                metadata("provenance", "no threads", json -> json.replace(":2,", ":0,"), "threads: received 0"),
                metadata("provenance", "escape", json -> json.replace("00ff", "\\u001b"), "dataSha256: received"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"tensors", "vocabularies", "metadata"})
    void read_wrongContent_itsOwnReason(
            String what, Reason reason, String message, BiConsumer<Map<String, String>, Map<String, Tensor>> change)
            throws IOException {
        ModelFileException thrown = readChanged(change);

        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown).hasMessageContaining(message).hasMessageStartingWith(folder.toString());
        assertThat(thrown.getMessage()).doesNotContain("\u001b", "\u009b").hasSizeLessThan(1_000);
    }

    @Test
    void read_fileOfAnotherTool_wrongFormat() {
        Path foreign = RawFile.golden("foreign.safetensors");

        ModelFileException thrown = catchThrowableOfType(ModelFileException.class, () -> SentimentModel.read(foreign));

        assertThat(thrown.reason()).isEqualTo(Reason.WRONG_FORMAT);
    }

    @Test
    void read_longAndWildText_messageIsOneShortLine() throws IOException {
        String wild = "\\u001b[2J\\n".repeat(100_000);

        ModelFileException thrown =
                readChanged((metadata, tensors) -> metadata.compute("spec", (key, spec) -> spec.replace("lstm", wild)));

        assertThat(thrown.getMessage()).doesNotContain("\u001b", "\n").hasSizeLessThan(1_000);
    }

    static Stream<Arguments> hostileSizes() {
        return Stream.of(
                Arguments.of(
                        "vocabulary of 10 million", Map.of("\"vocabularySize\":200", "\"vocabularySize\":10000000")),
                Arguments.of("8192 units", Map.of("\"hiddenSize\":16", "\"hiddenSize\":8192")),
                Arguments.of("8192 numbers a word", Map.of("\"embeddingSize\":12", "\"embeddingSize\":8192")),
                Arguments.of(
                        "all at their most",
                        Map.of(
                                "\"vocabularySize\":200", "\"vocabularySize\":10000000",
                                "\"hiddenSize\":16", "\"hiddenSize\":8192",
                                "\"embeddingSize\":12", "\"embeddingSize\":8192",
                                "\"pieceLength\":40", "\"pieceLength\":100000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileSizes")
    void read_sizesTheFileDoesNotHold_refusedWithoutMemory(String what, Map<String, String> sizes) throws IOException {
        Path file = folder.resolve("model");
        write(
                file,
                (metadata, tensors) -> sizes.forEach(
                        (old, hostile) -> metadata.compute("spec", (key, spec) -> spec.replace(old, hostile))));

        RefusedRead refused = RefusedRead.of(() -> SentimentModel.read(file));

        assertThat(refused.thrown().reason()).isEqualTo(Reason.BAD_SHAPE);
        assertThat(refused.bytes()).isBetween(1L, RefusedRead.MIB);
    }

    /** The first tensors fit, the large one is short: still nothing of its promised size is made. */
    @Test
    void read_onlyTheHiddenWeightsMissing_refusedWithoutMemory() throws IOException {
        int units = 8_192;
        Path file = folder.resolve("model");
        write(file, (metadata, tensors) -> {
            metadata.compute("spec", (key, spec) -> spec.replace("\"hiddenSize\":16", "\"hiddenSize\":8192"));
            tensors.put("rnn.weight_ih_l0", Tensor.f32(List.of(4 * units, E), new float[4 * units * E]));
        });

        RefusedRead refused = RefusedRead.of(() -> SentimentModel.read(file));

        assertThat(refused.thrown())
                .hasMessageContaining("rnn.weight_hh_l0 is [64, 16], its spec asks for [32768, 8192]");
        assertThat(refused.bytes()).isBetween(1L, 8 * RefusedRead.MIB);
    }

    /** As the first release wrote it. */
    @Test
    void read_provenanceWithoutARun_hasAnEmptyOne() throws IOException {
        Path file = folder.resolve("model");
        write(
                file,
                (metadata, tensors) -> metadata.compute("provenance", (key, json) -> json.replace(",\"run\":{}", "")));

        assertThat(SentimentModel.read(file).provenance()).isEqualTo(RandomModels.provenance());
    }

    @Test
    void read_provenanceWithUnknownFields_ignoresThem() throws IOException {
        Path file = folder.resolve("model");
        write(
                file,
                (metadata, tensors) -> metadata.compute(
                        "provenance",
                        (key, json) -> json.replace("{\"dataset\"", "{\"later\":[{\"x\":1}],\"dataset\"")));

        assertThat(SentimentModel.read(file).provenance()).isEqualTo(RandomModels.provenance());
    }

    private ModelFileException readChanged(BiConsumer<Map<String, String>, Map<String, Tensor>> change)
            throws IOException {
        Path file = folder.resolve("model");
        write(file, change);
        return catchThrowableOfType(ModelFileException.class, () -> SentimentModel.read(file));
    }

    private static void write(Path file, BiConsumer<Map<String, String>, Map<String, Tensor>> change)
            throws IOException {
        ChangedModelFile.write(file, ModelWriter.toFile(RandomModels.lstm()), change);
    }

    private static Arguments tensor(
            String what, Reason reason, String message, BiConsumer<Map<String, String>, Map<String, Tensor>> change) {
        return Arguments.of(what, reason, message, change);
    }

    private static Arguments vocabulary(String what, String words, String message) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        return tensor(
                "vocabulary " + what,
                Reason.BAD_METADATA,
                message,
                (metadata, tensors) -> tensors.put("vocabulary", Tensor.u8(List.of(bytes.length), bytes)));
    }

    private static Arguments without(String key) {
        return tensor(
                "no " + key,
                Reason.BAD_METADATA,
                "metadata " + key + " is missing",
                (metadata, tensors) -> metadata.remove(key));
    }

    private static Arguments spec(String what, UnaryOperator<String> change, String message) {
        return metadata("spec", what, change, message);
    }

    private static Arguments metadata(String key, String what, UnaryOperator<String> change, String message) {
        return tensor(
                key + " " + what,
                Reason.BAD_METADATA,
                message,
                (metadata, tensors) -> metadata.compute(key, (same, text) -> change.apply(text)));
    }
}
