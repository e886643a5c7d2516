package org.reelsense.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/** That a seed gives the same values as in Python, from the first bit on, is seen by {@link BaselinesGoldenTest}. */
class WeeklyActivityTest {

    @Test
    void generate_sameSeed_givesTheSameBytes(@TempDir Path folder) throws IOException {
        SeriesSet once = WeeklyActivity.generate(5);
        SeriesSet again = WeeklyActivity.generate(5);
        Path file = folder.resolve("weekly.csv");
        SeriesFile.write(once, file);

        assertThat(again.sha256()).isEqualTo(once.sha256()).isEqualTo(Checksum.sha256(file));
        assertThat(WeeklyActivity.generate(6).sha256()).isNotEqualTo(once.sha256());
        assertThat(SeriesFile.read(file).series()).usingRecursiveComparison().isEqualTo(once.series());
        assertThat(Files.size(file)).isLessThan(1_000_000);
    }

    /** Scores of the authors' Activities: 0.373, 0.455 and 0.041. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, -7, Long.MAX_VALUE})
    void generate_anySeed_isAsHardAsActivities(long seed) throws DataException {
        SeriesSet set = WeeklyActivity.generate(seed);

        assertThat(rmse(set, 1, Persistence.ID)).isBetween(0.35, 0.40);
        assertThat(rmse(set, 20, Persistence.ID)).isBetween(0.43, 0.48);
        assertThat(rmse(set, 1, SeasonalNaive.ID)).isBetween(0.03, 0.055);
        assertThat(rmse(set, 1, RidgeAutoregression.ID)).isBetween(0.045, 0.08);
    }

    @Test
    void generate_firstSeries_isBusyFiveDaysOfSeven() {
        double[] first = WeeklyActivity.generate(1).series().get(0);

        for (int day = 0; day < first.length; day++) {
            double free = day % 7 < 5 ? 1 : 0;
            assertThat(first[day]).isBetween(free, free + 0.04);
        }
    }

    @Test
    void generate_otherSeries_riseAndGrowInTheirStep() {
        SeriesSet set = WeeklyActivity.generate(1);

        for (int k = 1; k < set.count(); k++) {
            double[] series = set.series().get(k);
            double early = mean(Arrays.copyOf(series, 700));
            double late = mean(Arrays.copyOfRange(series, series.length - 700, series.length));
            assertThat((late - early) / (k + 1)).isBetween(0.2, 0.4);
        }
    }

    private static double rmse(SeriesSet set, int horizon, String baseline) throws DataException {
        return Scores.of(set, Scaling.ALL, horizon, baseline).rmse().mean();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
