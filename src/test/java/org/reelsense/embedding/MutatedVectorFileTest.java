package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.storage.DataException;

/** Whatever happens to a file of vectors: it loads as finite numbers, or there is the one error that names the file. */
class MutatedVectorFileTest {

    private static final int MUTATIONS = 2_000;
    private static final String TEXT_BYTES = "0123456789 .-+eE\n\r\tnaNIif\0\u00c3\u00a0";
    private static final String[] HEADERS = {
        "250000000 100\n", "999999999999999 1\n", "11 8192\n", "1 1\n", "-1 5\n", "11  5\n", "12 5\n", "11 4\n"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.reelsense.embedding.VectorFileTest#goldenFiles")
    void read_thousandsOfMutations_loadedOrRefused(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(GoldenVectors.file(name));
        Random random = new Random(name.hashCode());
        int loaded = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(bytes, random);
            Path file = Files.write(folder.resolve("mutated"), mutated);
            loaded += loads(file) ? 1 : 0;
            for (VectorFormat format : VectorFormat.values()) {
                loads(file, format);
            }
        }
        assertThat(loaded).isBetween(MUTATIONS / 100, MUTATIONS * 9 / 10);
    }

    private static boolean loads(Path file) throws IOException {
        try {
            return loads(file, VectorFile.recognise(file));
        } catch (DataException refused) {
            return false;
        }
    }

    /** Anything but the typed error escapes and fails the test. */
    private static boolean loads(Path file, VectorFormat format) throws IOException {
        try {
            VectorFile read = VectorFile.read(file, format, word -> true);
            for (float value : read.vectors().values()) {
                assertThat(Float.isFinite(value)).isTrue();
            }
            return true;
        } catch (DataException refused) {
            assertThat(refused).hasMessageStartingWith(file.toString());
            return false;
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> flipped(bytes, random);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(2 * bytes.length));
            case 2 -> withHeader(bytes, HEADERS[random.nextInt(HEADERS.length)]);
            case 3 -> replaced(bytes, random);
            default -> moved(bytes, random);
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] withHeader(byte[] bytes, String header) {
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        int rest = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        byte[] copy = Arrays.copyOf(head, head.length + bytes.length - rest);
        System.arraycopy(bytes, rest, copy, head.length, bytes.length - rest);
        return copy;
    }

    private static byte[] replaced(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] = (byte) TEXT_BYTES.charAt(random.nextInt(TEXT_BYTES.length()));
        return copy;
    }

    /** A piece copied over another place. */
    private static byte[] moved(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        int length = 1 + random.nextInt(copy.length / 2);
        System.arraycopy(
                bytes, random.nextInt(copy.length - length), copy, random.nextInt(copy.length - length), length);
        return copy;
    }
}
