package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.text.Vocabulary;

/** Files of gensim and fastText, our own, and wrong ones. */
class VectorFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void read_fileOfGensimOrFastText_givesTheSameWordsOrderAndBits(String name) throws IOException {
        Path file = GoldenVectors.file(name);

        VectorFile read = VectorFile.read(file);

        assertThat(read.format()).isEqualTo(GoldenVectors.format(name));
        assertThat(GoldenVectors.vectors(read.vectors()).entrySet())
                .containsExactlyElementsOf(GoldenVectors.vectors(name).entrySet());
        assertThat(read.words()).isEqualTo(GoldenVectors.vectors(name).size());
        assertThat(read.sha256()).isEqualTo(Checksum.sha256(file));
        assertThat(VectorFile.dimension(file, read.format()))
                .isEqualTo(read.vectors().dimension());
    }

    static List<String> goldenFiles() throws IOException {
        List<String> names = GoldenVectors.names();
        assertThat(names).hasSize(5);
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void write_anyFloats_areReadBackBitForBit(VectorFormat format) throws IOException {
        WordVectors vectors = random(300, 7);
        Path file = folder.resolve("new").resolve("vectors");

        VectorFile.write(file, format, vectors);
        VectorFile read = VectorFile.read(file);

        assertThat(read.format()).isEqualTo(format);
        assertThat(read.vectors().vocabulary().toBytes())
                .isEqualTo(vectors.vocabulary().toBytes());
        assertThat(bits(read.vectors().values())).isEqualTo(bits(vectors.values()));
        assertThat(file.getParent().toFile().list()).containsExactly("vectors");
    }

    /** Every finite float, by its bits. */
    private static WordVectors random(int words, int dimension) {
        Random random = new Random(3);
        List<String> tokens = new ArrayList<>(List.of(Vocabulary.UNKNOWN));
        IntStream.range(1, words).forEach(i -> tokens.add(i % 2 == 0 ? "w" + i : "\u00e9\uD83C\uDFAC" + i));
        float[] values = new float[words * dimension];
        for (int i = 0; i < values.length; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            values[i] = Float.isFinite(value) ? value : -0.0f;
        }
        return new WordVectors(Vocabulary.inOrder(tokens), dimension, values);
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToRawIntBits(values[i]))
                .toArray();
    }

    @Test
    void write_unknownWithoutVector_isLeftOut() throws IOException {
        Path file = folder.resolve("vectors");

        VectorFile.write(file, VectorFormat.TEXT, pair(0, 1));
        assertThat(file).hasContent("1 1\nword 1.0");
        VectorFile.write(file, VectorFormat.GLOVE, pair(-2, 1));
        assertThat(file).hasContent("<unk> -2.0\nword 1.0");
    }

    private static WordVectors pair(float unknown, float word) {
        return new WordVectors(Vocabulary.inOrder(List.of(Vocabulary.UNKNOWN, "word")), 1, new float[] {unknown, word});
    }

    /** What was there stays. */
    @Test
    void write_whatNoFormatCanHold_isRefusedAndNothingWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("vectors"), "old");
        WordVectors spaced =
                new WordVectors(Vocabulary.inOrder(List.of(Vocabulary.UNKNOWN, "two words")), 1, new float[] {0, 1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorFile.write(file, VectorFormat.TEXT, spaced))
                .withMessageContaining("'two words'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorFile.write(file, VectorFormat.TEXT, pair(0, Float.NaN)))
                .withMessageContaining("'word' holds NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorFile.write(
                        file,
                        VectorFormat.TEXT,
                        new WordVectors(Vocabulary.inOrder(List.of(Vocabulary.UNKNOWN)), 1, new float[1])))
                .withMessageContaining("no word");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("vectors");
    }

    @Test
    void read_wantedWords_keepsOnlyTheirRowsAndCountsAll() throws IOException {
        Path file = GoldenVectors.file("gensim-text.txt");

        VectorFile read = VectorFile.read(file, VectorFormat.TEXT, word -> word.equals("bad") || word.equals("film"));

        assertThat(read.words()).isEqualTo(11);
        assertThat(GoldenVectors.vectors(read.vectors()).keySet()).containsExactly("film", "bad");
        assertThat(GoldenVectors.vectors(read.vectors()).get("bad"))
                .isEqualTo(GoldenVectors.vectors("gensim-text.txt").get("bad"));
    }

    @Test
    void read_unknownOfTheFile_isIdZero() throws IOException {
        VectorFile read = read("word 1 2\n<unk> 3 4\nother 5 6\n");

        assertThat(read.vectors().vocabulary().size()).isEqualTo(3);
        assertThat(read.vectors().values()).containsExactly(3, 4, 1, 2, 5, 6);
    }

    @Test
    void read_carriageReturnsTrailingSpacesAndNoLastLineFeed_areFine() throws IOException {
        assertThat(read("2 2\r\na 1 2 \r\nb 3 4e0").vectors().values()).containsExactly(0, 0, 1, 2, 3, 4);
    }

    /** "\n" is a line feed, TAB a tab, and what stands in braces one byte. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                           | : is empty
            \\n                          | , line 1: expected a word and its numbers
            word                         | , line 1: expected a word and its numbers
            2 2\\n                       | , line 1: claims 2 words of 2 dimensions, but only 0 bytes follow
            0 2\\na 1 2                  | , line 1: says that there are no words
            1 0\\na                      | , line 1: vectors of 0 dimensions
            1 9000\\na                   | , line 1: vectors of 9000 dimensions; 1 to 8192
            999999999999999 8192\\na 1   | , line 1: claims 999999999999999 words of 8192 dimensions, but only 3 bytes
            250000000 100\\na 1 2        | , line 1: claims 250000000 words of 100 dimensions
            3 2\\na 1 2\\nb 3.000000 4   | , line 3: the file ends after 2 of the 3 words
            1 2\\na 1 2\\nb 3 4          | , line 3: the first line says 1 words, but there are more
            2 2\\na 1 2\\nb 3.0          | , line 3: holds 1 numbers where 2 are expected
            2 2\\na 1 2\\nb 3 4 5        | , line 3: holds 3 numbers where 2 are expected
            2 2\\na 1 2\\nb  3 4         | , line 3: "" is not a finite decimal number
            2 2\\na 1 2\\nb 3 4x         | , line 3: "4x" is not a finite decimal number
            2 2\\na 1 2\\nb c 3 4        | , line 3: "c" is not a finite decimal number
            2 2\\na 1 2\\nb 3 nan        | , line 3: "nan" is not a finite decimal number
            2 2\\na 1 2\\nb 3 -inf       | , line 3: "-inf" is not a finite decimal number
            2 2\\na 1 2\\nb 3 0x1p3      | , line 3: "0x1p3" is not a finite decimal number
            2 2\\na 1 2\\nb 3 1e99       | , line 3: the vector of 'b' holds Infinity
            2 2\\na 1 2\\na 3 4          | , line 3: the word 'a' was there before, as word number 1
            2 2\\na 1 2\\n\\nb 3 4       | , line 3: holds 0 numbers where 2 are expected
            2 2\\na 1 2\\n 3 4.0         | , line 3: there is no word before the numbers
            2 2\\na 1 2\\n{C3}( 3 4      | , line 3: the words are not UTF-8
            2 2\\naTAB1TAB2\\nbTAB3TAB4  | , line 2: holds 0 numbers where 2 are expected
            a 1 2\\nb 3                  | , line 2: holds 1 numbers where 2 are expected
            a 1 2\\na 3 4                | , line 2: the word 'a' was there before
            a 1 . \\nb 3 4               | , line 1: "." is not a finite decimal number
            a 1 2\\nb 3 4\\n\\n          | , line 3: holds 0 numbers where 2 are expected
            """)
    void read_wrongText_oneSentenceWithTheLine(String content, String message) throws IOException {
        assertRefused(bytes(content), message);
    }

    @Test
    void read_lineWithoutEnd_isRefusedWithoutTakingItAll() throws IOException {
        assertRefused("a 1 ".repeat(400_000).getBytes(StandardCharsets.US_ASCII), ", line 1: is longer than 1048576");
        assertRefused(
                ("a 1\n" + "b".repeat(1_001) + " 2").getBytes(StandardCharsets.US_ASCII),
                ", line 2: a word of 1001 bytes");
    }

    @Test
    void read_wrongBinary_oneSentenceWithTheByte() throws IOException {
        byte[] good = binary(2, "a", 1, "b", 2);
        assertThat(read(good).vectors().values()).containsExactly(0, 1, 2);

        assertRefused(binary(1_000_000_000, "a", 1, "b", 2), ", line 1: claims 1000000000 words of 1 dimensions");
        assertRefused(binary(3, "a", 1, "bbbbbb", 2), ", byte 21: the file ends after 2 of the 3 words");
        assertRefused(binary(1, "a", 1, "b", 2), ", byte 10: the first line says 1 words, but more follows");
        assertRefused(binary(2, "a", 1, "a", 2), ", byte 10: the word 'a' was there before, as word number 1");
        assertRefused(binary(2, "a", 1, "b", Float.NaN), ", byte 10: the vector of 'b' holds NaN");
        assertRefused(binary(2, "ab", 1, "", 1), ", byte 11: there is no word before the numbers");
        assertRefused(binary(2, "a", 1, "x".repeat(1_001), 1), ", byte 10: no word ends within 1000 bytes");
        byte[] malformed = good.clone();
        malformed[4] = (byte) 0xFF;
        assertRefused(malformed, ", byte 4: the words are not UTF-8");
    }

    /** One dimension, so 6 bytes a word of one letter after the first line's 4. */
    private static byte[] binary(int claimed, Object... wordsAndNumbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((claimed + " 1\n").getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < wordsAndNumbers.length; i += 2) {
            out.write((wordsAndNumbers[i] + " ").getBytes(StandardCharsets.UTF_8));
            float number = ((Number) wordsAndNumbers[i + 1]).floatValue();
            out.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(number)
                    .array());
        }
        return out.toByteArray();
    }

    @Test
    void read_everyTruncationOfABinaryFile_isRefused() throws IOException {
        byte[] whole = Files.readAllBytes(GoldenVectors.file("gensim-binary.bin"));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Path file = Files.write(folder.resolve("cut"), cut);
            assertThatExceptionOfType(DataException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> VectorFile.read(file, VectorFormat.BINARY, word -> true));
        }
    }

    @Test
    void read_missingFileOrFolder_isRefused() {
        Path none = folder.resolve("none");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> VectorFile.read(none))
                .withMessage(none + ": no such file; give another");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> VectorFile.read(folder))
                .withMessage(folder + ": is not an ordinary file; give another");
    }

    private void assertRefused(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("wrong"), content);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> VectorFile.read(file))
                .withMessageStartingWith(file + message);
    }

    private static byte[] bytes(String content) {
        String plain = content.replace("\\n", "\n").replace("TAB", "\t").replace("{C3}", "\u00c3");
        return plain.getBytes(StandardCharsets.ISO_8859_1);
    }

    private VectorFile read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private VectorFile read(byte[] content) throws IOException {
        return VectorFile.read(Files.write(folder.resolve("vectors"), content));
    }
}
