package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file: it loads, or there is the one typed error. */
class MutatedModelFileTest {

    @Test
    void read_anySingleBitFlippedInOurFile_refused() throws IOException {
        byte[] bytes = RawFile.written(RawFile.sample());
        assertThat(load(bytes)).contains(RawFile.sample());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(load(flipped)).as("bit %d of byte %d", bit % 8, bit / 8).isEmpty();
        }
    }

    @Test
    void read_tenThousandMutationsOfOurFile_refusedOrTheSameContent() throws IOException {
        byte[] bytes = RawFile.written(RawFile.sample());
        Random random = new Random(20_240);
        for (int i = 0; i < 10_000; i++) {
            byte[] mutated = Mutation.of(bytes, random);
            load(mutated)
                    .ifPresent(content -> assertThat(content)
                            .as(() -> Arrays.toString(mutated))
                            .isEqualTo(RawFile.sample()));
        }
    }

    @Test
    void read_tenThousandMutationsOfAForeignFile_refusedOrLoaded() throws IOException {
        byte[] bytes = Files.readAllBytes(RawFile.golden("foreign.safetensors"));
        Random random = new Random(20_241);
        int loaded = 0;
        for (int i = 0; i < 10_000; i++) {
            loaded += load(Mutation.of(bytes, random)).isPresent() ? 1 : 0;
        }
        assertThat(loaded).as("data and metadata may change unnoticed there").isBetween(100, 9_000);
    }

    @Test
    void read_everyTruncationOfTheFirst4KiB_refused() throws IOException {
        ModelFile sample = RawFile.sample();
        byte[] bytes = RawFile.written(
                new ModelFile(Map.of("format", "reelsense.v1", "spec", "x".repeat(4_000)), sample.tensors()));
        assertThat(bytes).hasSizeGreaterThan(4_096);
        assertThat(load(bytes)).isPresent();
        for (int length = 0; length < Math.max(4_096, bytes.length); length++) {
            assertThat(load(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void read_otherHeaderLengths_refused() throws IOException {
        byte[] bytes = RawFile.written(RawFile.sample());
        long right = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        for (long length = -300; length < bytes.length + 300; length++) {
            assertThat(load(Mutation.withLength(bytes, length)).isPresent()).isEqualTo(length == right);
        }
        for (long length : Mutation.LENGTHS) {
            assertThat(load(Mutation.withLength(bytes, length))).isEmpty();
        }
    }

    @Test
    void read_fileThatWasCut_saysWhatToDo(@TempDir Path folder) throws IOException {
        byte[] bytes = RawFile.written(RawFile.sample());
        Path file = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(bytes, bytes.length - 1));

        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(file))
                .withMessage(
                        "%s: its tensors need 22 bytes and 21 are there; copy or download it again, or train the"
                                + " model anew",
                        file);
    }

    /** The content, or empty for the typed error; anything else escapes and fails the test. */
    private static Optional<ModelFile> load(byte[] bytes) throws IOException {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(bytes)) {
            return Optional.of(SafetensorsReader.read("mutated.safetensors", channel, channel.size()));
        } catch (ModelFileException e) {
            assertThat(e.reason()).isNotNull();
            return Optional.empty();
        }
    }
}
