package org.reelsense.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastRecord.Settings;
import org.reelsense.network.Cell;

/** Series just long enough and networks so small that a run over them takes a second; public for tests of {@code cli}. */
public final class SmallForecast {

    public static final int LENGTH = 360;

    /** As many windows to train on, at any horizon. */
    static final int TRAIN_WINDOWS = LENGTH - 251 - 60;

    static final Settings SETTINGS = new Settings(4, 2, 16, 0.01);
    static final String COMMAND = "reelsense forecast";

    private SmallForecast() {}

    /** Three weekly series, each in a unit of its own; the second rises. */
    public static SeriesSet set() {
        return set(1);
    }

    /** The same with another step between a free day and a busy one. */
    static SeriesSet set(double step) {
        List<double[]> series =
                List.of(week(10, step, 0, 0), week(-500, 40 * step, 0.5, 3), week(0.25, step / 64, 0, 5));
        return new SeriesSet("small", SeriesFile.sha256(series), series);
    }

    private static double[] week(double least, double step, double rise, int phase) {
        double[] values = new double[LENGTH];
        for (int day = 0; day < LENGTH; day++) {
            int ofWeek = (day + phase) % 7;
            values[day] = least + rise * day + step * (ofWeek < 5 ? 1 + ofWeek / 16.0 : 0);
        }
        return values;
    }

    static ForecastSpec spec(String cells, List<Integer> horizons, List<Long> seeds) {
        return spec(cells, horizons, seeds, Scaling.ALL, 7, SETTINGS, 1);
    }

    static ForecastSpec spec(
            String cells,
            List<Integer> horizons,
            List<Long> seeds,
            Scaling scaling,
            int season,
            Settings settings,
            int threads) {
        List<Cell> of =
                new ArrayList<>(Stream.of(cells.split(",")).map(Cell::ofId).toList());
        return new ForecastSpec(of, horizons, seeds, scaling, season, settings, threads, COMMAND);
    }
}
