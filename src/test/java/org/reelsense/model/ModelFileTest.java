package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

    private static final Tensor ONE = Tensor.f32(List.of(1), new float[] {1f});

    @TempDir
    private Path folder;

    @Test
    void read_whatWasWritten_isEqual() throws IOException {
        Path file = folder.resolve("new/folder/model.safetensors");

        RawFile.sample().write(file);

        assertThat(ModelFile.read(file)).isEqualTo(RawFile.sample());
    }

    @Test
    void read_randomContents_areEqual() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            ModelFile content = random(random);
            Path file = folder.resolve("model");
            content.write(file);
            assertThat(ModelFile.read(file)).as("content %d", i).isEqualTo(content);
        }
    }

    @Test
    void write_sameContentInOtherOrder_sameBytes() throws IOException {
        ModelFile sample = RawFile.sample();
        Map<String, Tensor> reversed = new LinkedHashMap<>();
        List.of("vocabulary", "q", "w", "b", "void")
                .forEach(name -> reversed.put(name, sample.tensors().get(name)));
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        sample.write(first);
        new ModelFile(new HashMap<>(sample.metadata()), reversed).write(second);
        ModelFile.read(first).write(first);

        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Files.list(folder)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void write_anyHeaderLength_dataIsAligned() {
        for (int length = 0; length < 8; length++) {
            ModelFile content = new ModelFile(
                    Map.of("format", "reelsense.v1", "x", "x".repeat(length)),
                    Map.of("a", Tensor.u8(List.of(1), new byte[1]), "z", ONE));
            byte[] bytes = RawFile.written(content);
            long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();

            assertThat(header % 8).isZero();
            assertThat(bytes).hasSize((int) (8 + header + 5));
            assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat((int) (8 + header)))
                    .isEqualTo(1f);
        }
    }

    @Test
    void tensors_ofAFile_sortedAndUnmodifiable() {
        ModelFile content = RawFile.sample();

        assertThat(content.tensors().keySet()).containsExactly("b", "q", "vocabulary", "void", "w");
        assertThat(content.tensors()).isUnmodifiable();
        assertThat(content.metadata()).isUnmodifiable();
    }

    @Test
    void read_atTheLimits_loads() throws IOException {
        Map<String, Tensor> tensors = new HashMap<>();
        IntStream.range(0, 9_999).forEach(i -> tensors.put("t" + i, ONE));
        tensors.put("é".repeat(1_024), Tensor.f32(List.of(1, 1, 1, 1, 1, 1, 1, 1), new float[1]));
        Map<String, String> metadata =
                new HashMap<>(Map.of("format", "reelsense.v1", "k".repeat(1_024), "a".repeat(4 << 20)));
        IntStream.range(0, 998).forEach(i -> metadata.put("m" + i, ""));
        ModelFile content = new ModelFile(metadata, tensors);

        content.write(folder.resolve("model"));

        assertThat(ModelFile.read(folder.resolve("model"))).isEqualTo(content);
    }

    @Test
    void modelFile_overTheLimits_refused() {
        Map<String, Tensor> tensors = new HashMap<>();
        IntStream.range(0, 10_001).forEach(i -> tensors.put("t" + i, ONE));
        Map<String, String> metadata = new HashMap<>();
        IntStream.range(0, 1_001).forEach(i -> metadata.put("m" + i, ""));

        assertRefused(Map.of(), tensors, "tensors: received 10001");
        assertRefused(metadata, Map.of(), "metadata: received 1001");
        assertRefused(Map.of("k".repeat(1_025), ""), Map.of(), "metadata key: received 1025 characters");
        assertRefused(Map.of("k", "a".repeat((4 << 20) + 1)), Map.of(), "metadata k: received 4194305 characters");
        assertRefused(Map.of(), Map.of("n".repeat(1_025), ONE), "tensor name: received 1025 characters");
    }

    @Test
    void modelFile_namesThatCannotStand_refused() {
        assertRefused(Map.of("checksum", "sha256:00"), Map.of(), "checksum");
        assertRefused(Map.of(), Map.of("", ONE), "tensor name: received \"\"");
        assertRefused(Map.of(), Map.of("__metadata__", ONE), "__metadata__");
        assertRefused(Map.of("spec", "\ud800"), Map.of(), "metadata spec");
        assertRefused(Map.of(), Map.of("x\udc00", ONE), "surrogate");
    }

    @ParameterizedTest
    @CsvSource({"format, pt, pt", "other, x, none"})
    void write_formatNotOurs_refusedAndNothingWritten(String key, String value, String named) {
        ModelFile content = new ModelFile(Map.of(key, value), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> content.write(folder.resolve("model")))
                .withMessageContaining("received \"%s\", allowed reelsense.v1", named);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u000b", "\u001f"})
    void write_controlCharacter_refused(String control) {
        Map<String, String> metadata = Map.of("format", "reelsense.v1", "spec", "a" + control);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelFile(metadata, Map.of()).write(folder.resolve("model")))
                .withMessageContaining("metadata spec: received \"a?\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelFile(Map.of("format", "reelsense.v1"), Map.of(control, ONE))
                        .write(folder.resolve("model")))
                .withMessageContaining("tensor name");
    }

    @Test
    void write_headerOver16MiB_refusedAndOldFileKept() throws IOException {
        Path file = folder.resolve("model");
        RawFile.sample().write(file);
        ModelFile content = new ModelFile(
                Map.of("format", "reelsense.v1", "a", "€".repeat(3 << 20), "b", "€".repeat(3 << 20)), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> content.write(file))
                .withMessageContaining("header");
        assertThat(ModelFile.read(file)).isEqualTo(RawFile.sample());
    }

    @Test
    void write_folderThatIsAFile_typedFailure() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RawFile.sample().write(file.resolve("model")));
        assertThat(file).hasContent("x");
    }

    private static void assertRefused(Map<String, String> metadata, Map<String, Tensor> tensors, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelFile(metadata, tensors))
                .withMessageContaining(message);
    }

    private static ModelFile random(Random random) {
        Map<String, String> metadata = new HashMap<>(Map.of("format", "reelsense.v1"));
        IntStream.range(0, random.nextInt(4)).forEach(i -> metadata.put(text(random) + i, text(random)));
        Map<String, Tensor> tensors = new HashMap<>();
        IntStream.range(0, random.nextInt(6)).forEach(i -> tensors.put(text(random) + i, tensor(random)));
        return new ModelFile(metadata, tensors);
    }

    private static Tensor tensor(Random random) {
        List<Integer> shape = random.ints(random.nextInt(4), 0, 5).boxed().toList();
        byte[] bytes = new byte[shape.stream().reduce(1, (a, b) -> a * b)];
        random.nextBytes(bytes);
        float[] floats = new float[bytes.length];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = Float.intBitsToFloat(random.nextInt()));
        return switch (random.nextInt(3)) {
            case 0 -> Tensor.f32(shape, floats);
            case 1 -> Tensor.i8(shape, bytes);
            default -> Tensor.u8(shape, bytes);
        };
    }

    /** Any characters that we write, from all planes. */
    private static String text(Random random) {
        byte[] raw = new byte[random.nextInt(30)];
        random.nextBytes(raw);
        String latin = new String(raw, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]", "\n");
        return latin + Character.toString(0x10000 + random.nextInt(0x100000));
    }
}
