package org.reelsense.forecast;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * What a model forecast on the test part of every series: {@code forecasts/NAME-hH-SEED.csv} with the columns
 * {@value #HEADER}. A row is one step of one window: the window's number is the place of its first target in the series,
 * counted from 0; steps count from 1 to H. Numbers have all their digits, so that figures can be computed again from the
 * file.
 *
 * <p>The file holds values of the data, which may not be ours to publish.
 *
 * @param horizon H
 * @param series in the order of the data; all of the same windows
 */
public record ForecastFile(int horizon, List<OfSeries> series) {

    static final String HEADER = "series,window,step,actual,forecast,actual_scaled,forecast_scaled";

    /**
     * The forecasts of one series; all arrays [windows, H], windows one value apart.
     *
     * @param first place of the first window's first target
     * @param actual in the series' own units, as {@code forecast}
     */
    public record OfSeries(
            int first, double[][] actual, double[][] forecast, double[][] actualScaled, double[][] forecastScaled) {

        int windows() {
            return actual.length;
        }
    }

    /** @throws IllegalArgumentException if the arrays are not as long as they should be */
    public ForecastFile {
        series = List.copyOf(series);
        for (OfSeries one : series) {
            for (double[][] values : List.of(one.actual, one.forecast, one.actualScaled, one.forecastScaled)) {
                requireShape(values, one.windows(), horizon);
            }
        }
    }

    private static void requireShape(double[][] values, int windows, int horizon) {
        if (values.length != windows) {
            throw new IllegalArgumentException(
                    "forecasts: got " + values.length + " windows beside " + windows + "; give as many of each");
        }
        for (double[] steps : values) {
            if (steps.length != horizon) {
                throw new IllegalArgumentException(
                        "forecasts: a window has " + steps.length + " steps; the horizon is " + horizon);
            }
        }
    }

    /** @throws DataException if the file cannot be written */
    public void write(Path file) throws IOException {
        DurableFile.write(file, out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write(HEADER + "\n");
            for (int number = 0; number < series.size(); number++) {
                write(csv, number, series.get(number));
            }
            csv.flush();
        });
    }

    private void write(Writer csv, int number, OfSeries one) throws IOException {
        for (int window = 0; window < one.windows(); window++) {
            for (int step = 0; step < horizon; step++) {
                csv.write(number + "," + (one.first + window) + "," + (step + 1) + "," + one.actual[window][step] + ","
                        + one.forecast[window][step] + "," + one.actualScaled[window][step] + ","
                        + one.forecastScaled[window][step] + "\n");
            }
        }
    }

    /**
     * Reads such a file.
     *
     * @param count of series it must have
     * @param horizon it must have
     * @throws DataException if it is missing or damaged, with the line
     */
    public static ForecastFile read(Path file, int count, int horizon) throws DataException {
        return new ForecastReader(file, horizon).read(count);
    }

    /**
     * Reads the forecasts of the first series, and no further.
     *
     * @param horizon it must have
     * @throws DataException if it is missing or damaged so far, with the line
     */
    public static ForecastFile readFirst(Path file, int horizon) throws DataException {
        return new ForecastReader(file, horizon).readFirst();
    }
}
