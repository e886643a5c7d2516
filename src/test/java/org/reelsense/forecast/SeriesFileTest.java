package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

class SeriesFileTest {

    @TempDir
    Path folder;

    @Test
    void read_rowsOfNumbers_areTheSeries() throws IOException {
        Path file = file("5.036e+01,-2, .5\n1.,+3E-2,0\n");
        SeriesSet set = SeriesFile.read(file);

        assertThat(set.name()).isEqualTo("series.csv");
        assertThat(set.sha256()).isEqualTo(Checksum.sha256(file));
        assertThat(set.series()).containsExactly(new double[] {50.36, -2, 0.5}, new double[] {1, 0.03, 0});
        assertThat(set.count()).isEqualTo(2);
        assertThat(set.length()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2\n3,4", "1,2\r\n3,4\r\n", "\uFEFF1,2\n3,4\n", "1, 2\n3 ,4\n"})
    void read_otherLineEndsBlanksAndMark_areTheSame(String text) throws IOException {
        assertThat(SeriesFile.read(file(text)).series()).containsExactly(new double[] {1, 2}, new double[] {3, 4});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2\\n3\\n           | row 2 has 1 values where row 1 has 2
            1,2\\n3,4,5\\n       | row 2, column 3 is one value more than the 2 of row 1
            date,2\\n            | row 1, column 1 is "date", which is no number
            1,2\\n3,x\\n         | row 2, column 2 is "x", which is no number
            1,"2"\\n             | row 1, column 2 is ""2"", which is no number
            1;2\\n               | row 1, column 1 is "1;2", which is no number
            1,2d\\n              | row 1, column 2 is "2d", which is no number
            1,0x1p3\\n           | row 1, column 2 is "0x1p3", which is no number
            1,2\\n3,NaN\\n       | row 2, column 2 is NaN, which is not finite
            1,-Infinity\\n       | row 1, column 2 is -Infinity, which is not finite
            1,inf\\n             | row 1, column 2 is inf, which is not finite
            1,1e999\\n           | row 1, column 2 is 1e999, which is not finite
            1,,3\\n              | row 1, column 2 is empty
            ,2\\n                | row 1, column 1 is empty
            1,2,\\n              | row 1, column 3 is empty
            1,2\\n\\n3,4\\n      | row 2 is empty
            1,2\\n\\n            | row 2 is empty
            ''                   | is empty: give a file
            """)
    void read_badInput_isNamedByRowAndColumn(String text, String reason) throws IOException {
        Path file = file(text.replace("\\n", "\n"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SeriesFile.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(reason);
    }

    @Test
    void read_bytesThatAreNotUtf8_areNamedByRowAndColumn() throws IOException {
        Path file = file("1,2\n3,");
        Files.write(file, new byte[] {'1', ',', (byte) 0xC3, (byte) 0x28, '\n'});

        assertRefused(file, SeriesLimits.DEFAULT, "row 1, column 2 is not UTF-8");
    }

    @Test
    void read_moreThanTheLimits_isRefusedWithoutReadingOn() throws IOException {
        SeriesLimits limits = new SeriesLimits(100, 5, 8);

        assertThat(SeriesFile.read(file("1,2,3,4,5"), "five", limits).length()).isEqualTo(5);
        assertRefused(file("1,2,3\n4,5,6\n"), limits, "row 2, column 3 is one value more than the 5 that are read");
        assertRefused(file("1,000000001\n"), limits, "row 1, column 2 has more than 8 bytes");
        assertRefused(file("1,       \n".repeat(20)), new SeriesLimits(100, 90, 8), "row 1, column 2 is empty");
        assertRefused(file("1\n".repeat(60)), new SeriesLimits(100, 90, 8), "the file has more than 100 bytes");
    }

    /** A file without commas or line ends would otherwise be one number of its whole size. */
    @Test
    void read_endlessField_isRefusedAtOnce() throws IOException {
        assertRefused(file("1".repeat(100_000)), SeriesLimits.DEFAULT, "row 1, column 1 has more than 64 bytes");
    }

    @Test
    void read_noFileOrFolder_isNamed() {
        assertRefused(folder.resolve("none.csv"), SeriesLimits.DEFAULT, "There is no file");
        assertRefused(folder, SeriesLimits.DEFAULT, "is a folder");
    }

    /** Of any bytes comes a set of finite, equally long series or the one typed error. */
    @Test
    void read_mutatedFile_isReadOrRefused() throws IOException {
        byte[] good = "1.5,-2e3,3\n4,5.25,6\n7,8,9e-2\n".getBytes(StandardCharsets.US_ASCII);
        byte[] likely = "0123456789.,-+eE\n\r nN\"\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(6);
        int readable = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int k = random.nextInt(3); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = likely[random.nextInt(likely.length)];
            }
            readable += isReadable(bytes) ? 1 : 0;
        }
        assertThat(readable).isBetween(300, 9_700);
    }

    @Test
    void write_anyValues_areReadAgain() throws IOException {
        double[] odd = {
            1.04, 0.1 + 0.2, 1e300, -Double.MIN_VALUE, Double.MAX_VALUE, 2e23, 0, 1 / 3.0, 123456789012345680.0
        };
        SeriesSet set = new SeriesSet("odd", SeriesFile.sha256(List.of(odd)), List.of(odd));
        Path file = folder.resolve("new/odd.csv");
        SeriesFile.write(set, file);

        SeriesSet again = SeriesFile.read(file);
        assertThat(again.series().get(0)).containsExactly(odd);
        assertThat(again.sha256()).isEqualTo(set.sha256());
        assertThat(Files.readString(file)).startsWith("1.0400000000000000,0.30000000000000004,1.0000000000000001E+300");
    }

    private static boolean isReadable(byte[] bytes) throws IOException {
        try {
            List<double[]> rows =
                    new SeriesReader(new ByteArrayInputStream(bytes), "mutated", SeriesLimits.DEFAULT).read();
            return new SeriesSet("mutated", "0".repeat(64), rows).length() > 0;
        } catch (DataException e) {
            assertThat(e.getMessage()).startsWith("mutated");
            return false;
        }
    }

    private void assertRefused(Path file, SeriesLimits limits, String reason) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SeriesFile.read(file, "series", limits))
                .withMessageContaining(file.toString())
                .withMessageContaining(reason);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text);
    }
}
