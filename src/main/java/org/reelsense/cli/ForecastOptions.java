package org.reelsense.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reelsense.forecast.ForecastRecord.Settings;
import org.reelsense.forecast.ForecastSpec;
import org.reelsense.forecast.Scaling;
import org.reelsense.forecast.SeriesSet;
import org.reelsense.forecast.SeriesSource;
import org.reelsense.network.Cell;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What a forecasting run may be asked for. */
final class ForecastOptions {

    /** Those that mean nothing to a model that is trained. */
    private static final List<String> OF_TRAINING = List.of(
            "--horizon",
            "--models",
            "--seeds",
            "--scaling",
            "--season",
            "--hidden",
            "--epochs",
            "--batch",
            "--rate",
            "--normalisation",
            "--threads",
            "--out",
            "--json");

    @Option(
            names = "--horizon",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,20",
            description = "Values to forecast at a time; for each a network of its own (default: ${DEFAULT-VALUE}).")
    private List<Integer> horizons = List.of();

    @Option(
            names = "--models",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "lstm,gru",
            description =
                    "lstm, gru, rnn; the baselines persistence, seasonal, ridge and linear come along (default: ${DEFAULT-VALUE}).")
    private List<String> models = List.of();

    @Mixin
    private SeedOptions seeds = new SeedOptions();

    @Option(
            names = "--scaling",
            paramLabel = "all|train",
            defaultValue = "all",
            description =
                    "Scale each series by all of its values, as the paper, or by those before the test part, as one"
                            + " who forecasts must (default: ${DEFAULT-VALUE}).")
    private String scaling = "";

    @Option(
            names = "--season",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Values of a season, for the seasonal baseline (default: a week, 7; of bankex 5).")
    private Optional<Integer> season = Optional.empty();

    @Option(
            names = "--hidden",
            paramLabel = "N",
            defaultValue = "128",
            description = "Units of the layer (default: ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "200",
            description = "Passes over the training windows (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "32",
            description = "Windows of a training step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "X",
            defaultValue = "0.001",
            description = "Adam's learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--normalisation",
            paramLabel = "none|window",
            defaultValue = "none",
            description =
                    "Networks see each window as it comes, as the paper, or on an axis of its own (mean 0, deviation"
                            + " 1), so that they can forecast series of another level than the first"
                            + " (default: ${DEFAULT-VALUE}).")
    private String normalisation = "";

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    /** The run asked for, as far as it can be told before the series are there. */
    ForecastSpec spec(String command) {
        return new ForecastSpec(
                models.stream().map(ForecastOptions::cell).toList(),
                horizons,
                seeds.seeds(),
                Scaling.named(scaling),
                season.orElse(SeriesSource.WEEK),
                new Settings(hidden, epochs, batch, rate, normalisation),
                threads.count(),
                command);
    }

    /** The same with the season of these series, if none was asked for. */
    ForecastSpec fitted(ForecastSpec spec, SeriesSet set) {
        return season.isPresent() ? spec : spec.withSeason(SeriesSource.season(set));
    }

    private static Cell cell(String name) {
        return Arrays.stream(Cell.values())
                .filter(cell -> cell.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--models has '" + name + "': give "
                        + Arrays.stream(Cell.values()).map(Cell::id).collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException if one was given that changes nothing without a training */
    static void requireNone(ParseResult given) {
        OF_TRAINING.stream().filter(given::hasMatchedOption).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException(
                    option + " changes nothing of a model that is trained: leave it or --model out");
        });
    }
}
