package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.storage.DataException;

class PredictionsTest {

    @TempDir
    Path folder;

    /** Verdicts must come out of the file as they went in, also a hair below one half. */
    @Test
    void read_written_givesTheSameBits() throws IOException {
        float[] probabilities = {Math.nextDown(0.5f), 0.5f, 1e-9f, 1};
        boolean[] positive = {true, false, false, true};
        Path file = folder.resolve("rnn-1.csv");

        new Predictions(List.of("a", "b,c", "test/pos/0_10", "d"), positive, probabilities).write(file);

        Predictions read = Predictions.read(file);
        assertThat(read.reviews()).containsExactly("a", "b,c", "test/pos/0_10", "d");
        assertThat(read.positive()).isEqualTo(positive);
        assertThat(read.probabilities()).isEqualTo(probabilities);
        assertThat(Files.readAllLines(file))
                .startsWith("review,label,probability")
                .contains("b,c,0,0.5", "d,1,1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|line 1 is not review,label,probability",
                "id,label\\n|line 1 is not review,label,probability",
                "review,label,probability\\na,1,0.5\\nb,1\\n|line 3 is not",
                "review,label,probability\\na,2,0.5\\n|line 2 is not",
                "review,label,probability\\na,1,NaN\\n|line 2 is not",
                "review,label,probability\\na,1,1.5\\n|line 2 is not",
                "review,label,probability\\na,1,0.5\\nb,0,0.|", // a cut number is a number
                "review,label,probability\\na,1,0.5\\nb,0,|line 3 is not"
            })
    void read_damaged_namesFileAndLine(String content, String message) throws IOException {
        Path file = folder.resolve("rnn-1.csv");
        Files.writeString(file, content.replace("\\n", "\n"));

        if (message == null) {
            assertThat(Predictions.read(file).reviews()).hasSize(2);
            return;
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Predictions.read(file))
                .withMessageContaining(file + " is damaged")
                .withMessageContaining(message);
    }

    @Test
    void read_notUtf8_isDamaged() throws IOException {
        Path file = folder.resolve("rnn-1.csv");
        Files.write(file, new byte[] {(byte) 0xff, '\n'});

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Predictions.read(file))
                .withMessageContaining(file + " is damaged: not UTF-8");
    }

    @Test
    void read_missing_saysWhatItIsFor() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Predictions.read(folder.resolve("rnn-1.csv")))
                .withMessageContaining("rnn-1.csv is missing: runs are compared review by review");
    }
}
