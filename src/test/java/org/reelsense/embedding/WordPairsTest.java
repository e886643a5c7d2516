package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.storage.DataException;

class WordPairsTest {

    @TempDir
    private Path folder;

    @Test
    void read_pairsCommentsAndEmptyLines_givesThePairs() throws IOException {
        WordPairs pairs = WordPairs.read(file("# first\nfilm\tmovie\t9.5\r\n\ncafé\tbar\t-1e1"));

        assertThat(pairs.pairs())
                .containsExactly(new WordPairs.Pair("film", "movie", 9.5), new WordPairs.Pair("café", "bar", -10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nothing        | : holds no pair of words
            a_b_1\\na_b      | , line 2: expected a word, a word and a score
            a_b_1_2          | , line 1: expected a word, a word and a score
            _b_1             | , line 1: expected a word, a word and a score
            a b 1            | , line 1: expected a word, a word and a score
            a_b_x            | , line 1: the score "x" is not a finite number
            a_b_NaN          | , line 1: the score "NaN" is not a finite number
            """)
    void read_wrongFile_oneSentenceWithTheLine(String content, String message) throws IOException {
        Path file = file(content.replace("_", "\t").replace("\\n", "\n"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordPairs.read(file))
                .withMessageStartingWith(file + message);
    }

    @Test
    void read_notUtf8OrMissing_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("pairs"), new byte[] {'a', '\t', (byte) 0xC3, '\t', '1'});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordPairs.read(file))
                .withMessageContaining("line 1: the words are not UTF-8");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WordPairs.read(folder.resolve("none")))
                .withMessageContaining("no such file");
    }

    private Path file(String content) throws IOException {
        return Files.write(folder.resolve("pairs"), content.getBytes(StandardCharsets.UTF_8));
    }
}
