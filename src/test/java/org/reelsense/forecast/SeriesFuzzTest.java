package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.reelsense.fault.FuzzedFile;
import org.reelsense.storage.DataException;

/** Whatever bytes are handed in as series: rows of finite numbers, all of one length, or the one error that names the file. */
class SeriesFuzzTest {

    /** So small that a fuzzer comes to each. */
    private static final SeriesLimits FEW = new SeriesLimits(4_000, 500, 24);

    @FuzzTest
    void read_anySeries_readsOrRefuses(byte[] bytes) throws IOException {
        Path file = FuzzedFile.of("series.csv", bytes);
        try {
            SeriesSet set = SeriesFile.read(file, "fuzzed", FEW);
            assertThat(set.count() * set.length()).isLessThanOrEqualTo(Math.min(500, (bytes.length + 1) / 2));
            Path again = FuzzedFile.of("again.csv", new byte[0]);
            SeriesFile.write(set, again);
            assertThat(SeriesFile.read(again).series())
                    .usingRecursiveComparison()
                    .isEqualTo(set.series());
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
    }

    /** A forecasts file comes with a run folder that somebody else sent. */
    @FuzzTest
    void read_anyForecasts_readsOrRefuses(byte[] bytes) throws IOException {
        Path file = FuzzedFile.of("forecasts.csv", bytes);
        try {
            ForecastFile read = ForecastFile.read(file, 2, 2);
            Path again = FuzzedFile.of("again.csv", new byte[0]);
            read.write(again);
            assertThat(ForecastFile.read(again, 2, 2))
                    .usingRecursiveComparison()
                    .isEqualTo(read);
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining(file.toString());
        }
    }
}
