package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against files that src/test/reference/make_safetensors_golden.py wrote from the format's description alone. */
class GoldenModelFileTest {

    private static final ModelFile CONTENT = new ModelFile(
            Map.of(
                    "format", "reelsense.v1",
                    "spec", "{\"cell\": \"gru\", \"hidden\": 2}\n\t\"quoted\" \\ back\b\f\r/",
                    "provenance", "café 🎬 \uFFFD \u007f \u2028",
                    "\uFF5E", "after the basic plane's end comes",
                    "🎬", "a surrogate pair",
                    "empty", ""),
            Map.of(
                    "vocabulary", Tensor.u8(List.of(15), "<pad>\nfilm 🎬".getBytes(StandardCharsets.UTF_8)),
                    "embedding.weight", Tensor.i8(List.of(3, 2), new byte[] {-128, -1, 0, 1, 2, 127}),
                    "embedding.scale", Tensor.f32(List.of(3), new float[] {0.5f, -0.25f, 0.1f}),
                    "output.bias", Tensor.f32(List.of(), new float[] {1.5f}),
                    "output.weight",
                            Tensor.f32(List.of(2, 3), new float[] {
                                Float.POSITIVE_INFINITY,
                                Float.NEGATIVE_INFINITY,
                                -0f,
                                Float.MIN_VALUE,
                                Float.MAX_VALUE,
                                0f
                            }),
                    "rnn.weight_ih_l0", Tensor.f32(List.of(0, 4), new float[0]),
                    "café", Tensor.u8(List.of(1, 1, 1), new byte[] {-1})));

    @Test
    void write_goldenContent_sameBytesAsPython(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ours.safetensors");

        CONTENT.write(file);

        assertThat(file).hasSameBinaryContentAs(RawFile.golden("ours.safetensors"));
    }

    @Test
    void read_writtenByPython_sameContent() throws IOException {
        assertThat(ModelFile.read(RawFile.golden("ours.safetensors"))).isEqualTo(CONTENT);
    }

    @Test
    void read_resavedInOtherOrderAndSpelling_checksumHolds() throws IOException {
        assertThat(Files.readAllBytes(RawFile.golden("resaved.safetensors")))
                .isNotEqualTo(Files.readAllBytes(RawFile.golden("ours.safetensors")));
        assertThat(ModelFile.read(RawFile.golden("resaved.safetensors"))).isEqualTo(CONTENT);
    }

    @Test
    void read_foreignFileWithoutChecksum_loads() throws IOException {
        ModelFile file = ModelFile.read(RawFile.golden("foreign.safetensors"));

        assertThat(file.metadata()).containsOnly(Map.entry("format", "pt"), Map.entry("note", "bell \u0007"));
        assertThat(file.tensors()).containsOnlyKeys("odd", "unaligned");
        assertThat(file.tensors().get("odd").bytes()).containsExactly('a', 'b', 'c');
        assertThat(file.tensors().get("unaligned").floats()).containsExactly(Float.NaN, 2f);
    }

    @Test
    void read_bareFile_isEmpty() throws IOException {
        assertThat(ModelFile.read(RawFile.golden("bare.safetensors"))).isEqualTo(new ModelFile(Map.of(), Map.of()));
    }
}
