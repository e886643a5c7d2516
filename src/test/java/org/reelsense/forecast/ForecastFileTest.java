package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.forecast.ForecastFile.OfSeries;
import org.reelsense.storage.DataException;

class ForecastFileTest {

    private static final String HEADER = "series,window,step,actual,forecast,actual_scaled,forecast_scaled";

    /** Two series, two windows of two steps. */
    private static final ForecastFile TWO = new ForecastFile(2, List.of(series(0), series(100)));

    @TempDir
    private Path folder;

    private static OfSeries series(double from) {
        return new OfSeries(
                7,
                new double[][] {{from + 1, from + 2}, {from + 2, from + 3}},
                new double[][] {{from + 0.5, 1 / 3.0}, {1e-300, -from}},
                new double[][] {{0, 0.5}, {0.5, 1}},
                new double[][] {{0.25, 0.5}, {0.75, 1.5}});
    }

    @Test
    void write_twoSeries_isTheTable() throws IOException {
        Path file = folder.resolve("forecasts/lstm-h2-1.csv");

        TWO.write(file);

        assertThat(Files.readString(file)).isEqualTo(HEADER + "\n" + """
                0,7,1,1.0,0.5,0.0,0.25
                0,7,2,2.0,0.3333333333333333,0.5,0.5
                0,8,1,2.0,1.0E-300,0.5,0.75
                0,8,2,3.0,-0.0,1.0,1.5
                1,7,1,101.0,100.5,0.0,0.25
                1,7,2,102.0,0.3333333333333333,0.5,0.5
                1,8,1,102.0,1.0E-300,0.5,0.75
                1,8,2,103.0,-100.0,1.0,1.5
                """);
    }

    @Test
    void read_written_givesTheSameBits() throws IOException {
        Path file = folder.resolve("f.csv");
        TWO.write(file);

        assertThat(ForecastFile.read(file, 2, 2)).usingRecursiveComparison().isEqualTo(TWO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|ends within a line",
                "HEADER\\n|its 0 rows are not whole windows of 2 steps for each of 1 series",
                "other\\n|line 1 is not series,window",
                "HEADER\\n0,7,1,1,2,3,4\\n|its 1 rows are not whole windows",
                "HEADER\\n0,7,1,1,2,3,4\\n0,7,2,1,2,3,4|ends within a line",
                "HEADER\\n0,7,1,1,2,3,4\\n0,7,2,1,2,3\\n|line 3 is not series,window",
                "HEADER\\n0,7,1,1,2,3,4\\n0,7,2,1,2,x,4\\n|line 3 is not series,window",
                "HEADER\\n0,7,1,1,2,3,4\\n0,7,2,1,2,NaN,4\\n|line 3 is not series,window",
                "HEADER\\n0,7,1,1,2,3,4\\n0,7,2.0,1,2,3,4\\n|line 3 is not series,window",
                "HEADER\\n0,7,1,1,2,3,4\\n0,7,1,1,2,3,4\\n|line 3 is not series 0, window 7, step 2",
                "HEADER\\n0,7,1,1,2,3,4\\n0,8,2,1,2,3,4\\n|line 3 is not series 0, window 7, step 2",
                "HEADER\\n1,7,1,1,2,3,4\\n1,7,2,1,2,3,4\\n|line 2 is not series 0, window 7, step 1"
            })
    void read_damaged_namesFileAndLine(String content, String message) throws IOException {
        Path file = folder.resolve("f.csv");
        Files.writeString(file, content.replace("HEADER", HEADER).replace("\\n", "\n"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ForecastFile.read(file, 1, 2))
                .withMessageContaining(file + " is damaged")
                .withMessageContaining(message)
                .withMessageContaining("run again");
    }

    /** As the whole file says it, whatever follows. */
    @Test
    void readFirst_severalSeries_readsTheFirstAndNoFurther() throws IOException {
        Path file = folder.resolve("f.csv");
        TWO.write(file);
        Files.writeString(file, Files.readString(file).replaceFirst("\n1,.*\n", "\n1,x\n"));

        assertThat(ForecastFile.readFirst(file, 2))
                .usingRecursiveComparison()
                .isEqualTo(new ForecastFile(2, TWO.series().subList(0, 1)));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> ForecastFile.read(file, 2, 2));
    }

    @Test
    void readFirst_cutWithinIt_isRefused() throws IOException {
        Path file = folder.resolve("f.csv");
        TWO.write(file);
        String whole = Files.readString(file);

        for (int length = 0; length < whole.indexOf("\n1,") + 1; length++) {
            Files.writeString(file, whole.substring(0, length));
            ForecastFile first = null;
            try {
                first = ForecastFile.readFirst(file, 2);
            } catch (DataException refused) {
                assertThat(refused).hasMessageContaining("run again");
            }
            if (first != null) { // whole windows are no damage that one series can tell
                assertThat(first.series().get(0).windows())
                        .isLessThan(TWO.series().get(0).windows());
            }
        }
    }

    @Test
    void read_cutAnywhere_isRefused() throws IOException {
        Path file = folder.resolve("f.csv");
        TWO.write(file);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(DataException.class)
                    .as("cut to " + length)
                    .isThrownBy(() -> ForecastFile.read(file, 2, 2));
        }
    }

    @Test
    void read_missingOrNotUtf8_isADataException() throws IOException {
        Path file = folder.resolve("f.csv");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ForecastFile.read(file, 1, 1))
                .withMessage(file + " is missing; run again");
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ForecastFile.read(file, 1, 1))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void forecastFile_otherHorizon_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastFile(3, List.of(series(0))))
                .withMessage("forecasts: a window has 2 steps; the horizon is 3");
    }
}
