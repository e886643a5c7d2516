package org.reelsense.forecast;

import java.util.HashSet;
import java.util.List;
import org.reelsense.forecast.ForecastRecord.Settings;
import org.reelsense.network.Cell;
import org.reelsense.network.Normalisation;

/**
 * What a forecasting run is asked for.
 *
 * @param cells of the networks, each once
 * @param horizons values to forecast at a time, each once
 * @param seeds each network is trained once for each
 * @param scaling of the series
 * @param season values of a season, for {@link SeasonalNaive}
 * @param settings of the networks
 * @param threads workers; they change no result
 * @param command for the record
 */
public record ForecastSpec(
        List<Cell> cells,
        List<Integer> horizons,
        List<Long> seeds,
        Scaling scaling,
        int season,
        Settings settings,
        int threads,
        String command) {

    /** The paper's: 128 units, 200 epochs, batches of 32, a rate of 0.001, windows as they come. */
    public static final Settings PAPER = new Settings(128, 200, 32, 0.001);

    private static final int MOST_EPOCHS = 1_000;
    private static final int MOST_WINDOW = 60;
    private static final int MOST_RATE = 10;

    /** @throws IllegalArgumentException if a list is empty or holds something twice, or a number is out of range */
    public ForecastSpec {
        cells = distinct("models", cells);
        horizons = distinct("horizon", horizons);
        seeds = distinct("seeds", seeds);
        horizons.forEach(Windowing::ofExperiment); // refuses those that are out of range
        check("season", season, MOST_WINDOW);
        check("epochs", settings.epochs(), MOST_EPOCHS);
        check("hidden", settings.hidden(), 8_192);
        check("batch", settings.batch(), 100_000);
        double rate = settings.learningRate();
        if (!(rate > 0 && rate <= MOST_RATE)) {
            throw new IllegalArgumentException("rate: " + rate + " must be above 0 and " + MOST_RATE + " at most");
        }
        Normalisation.ofId(settings.normalisation()); // refuses what there is not
        check("threads", threads, Integer.MAX_VALUE);
    }

    /** The same with another season. */
    public ForecastSpec withSeason(int other) {
        return new ForecastSpec(cells, horizons, seeds, scaling, other, settings, threads, command);
    }

    private static <T> List<T> distinct(String name, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + ": none given; give one at least");
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(name + ": one is given twice in " + values);
        }
        return List.copyOf(values);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " is outside 1.." + most);
        }
    }
}
