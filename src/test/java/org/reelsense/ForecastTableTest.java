package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Summary;

/** README's table of forecasts has the figures of the runs that lie in the repository. */
class ForecastTableTest {

    private static final String MARK = "<!-- forecasts: datasets/results/forecast -->";
    private static final Path RUNS = Path.of("datasets/results/forecast");

    /** The first cell is a folder and a horizon; each other one the RMSE of the model that heads its column. */
    @Test
    void table_eachCell_isOfItsRun() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals(MARK))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(ForecastTableTest::cells)
                .toList();
        assertThat(rows).hasSizeGreaterThan(4);
        List<String> models = rows.get(0);
        for (List<String> row : rows.subList(2, rows.size())) {
            String[] run = row.get(0).split(" ");
            ForecastRecord record = new ForecastFolder(RUNS.resolve(run[0].replace("`", ""))).read();
            for (int column = 1; column < models.size(); column++) {
                Summary summary = summary(record, Integer.parseInt(run[1]), models.get(column));
                assertThat(row.get(column))
                        .as("%s of %s", models.get(column), row.get(0))
                        .isEqualTo(shown(summary));
            }
        }
    }

    private static List<String> cells(String line) {
        String[] cells = line.split("[|]", -1);
        return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
    }

    private static Summary summary(ForecastRecord record, int horizon, String model) {
        return record.summaries().stream()
                .filter(summary ->
                        summary.horizon() == horizon && summary.name().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static String shown(Summary summary) {
        String mean = String.format(Locale.ROOT, "%.4f", summary.rmse().mean());
        Double seedSd = summary.rmse().seedSd();
        return seedSd == null ? mean : mean + String.format(Locale.ROOT, " ± %.4f", seedSd);
    }
}
