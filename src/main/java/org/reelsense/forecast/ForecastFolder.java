package org.reelsense.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.ResultsFile;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.storage.DataException;

/** The layout of a forecasting run on disk. Every file is whole or absent. */
public record ForecastFolder(Path path) {

    static final String FORECASTS = "forecasts";

    /** {@code results.json} */
    public Path results() {
        return path.resolve("results.json");
    }

    /**
     * Whether the finished run in a folder is a forecasting run.
     *
     * @throws DataException if its {@code results.json} is missing or no JSON
     */
    public static boolean isThere(Path folder) throws DataException {
        return ResultsFile.kindOf(new ForecastFolder(folder).results()).equals(ForecastRecord.KIND);
    }

    /**
     * Of one model: {@code lstm-h20-1}, or {@code ridge-h20} of a baseline. Files have this name.
     *
     * @param seed absent for a baseline
     */
    public static String trial(String name, int horizon, @Nullable Long seed) {
        return name + "-h" + horizon + (seed == null ? "" : "-" + seed);
    }

    /** {@code models/TRIAL.safetensors}, from the run folder. */
    public static String modelName(String trial) {
        return "models/" + trial + ".safetensors";
    }

    /** {@code forecasts/TRIAL.csv}, from the run folder; a {@link ForecastFile}. */
    public static String forecastsName(String trial) {
        return FORECASTS + "/" + trial + ".csv";
    }

    /** {@code first-series.csv}, which the report draws: a {@link SeriesFile} of one row. */
    public Path firstSeries() {
        return path.resolve("first-series.csv");
    }

    /** Writes {@code results.json}. */
    public void write(ForecastRecord record) throws IOException {
        resultsFile().write(record);
    }

    /**
     * Reads {@code results.json}.
     *
     * @throws DataException if it is missing, damaged or not of a forecasting run
     */
    public ForecastRecord read() throws DataException {
        return resultsFile().read();
    }

    private ResultsFile<ForecastRecord> resultsFile() {
        return new ResultsFile<>(results(), ForecastRecord.class, ForecastRecord.KIND, ForecastRecord.SCHEMA);
    }

    /**
     * What a report draws: the forecasts of the first series by each model at its first seed, by {@link Model#forecasts}. A file that is not
     * there, as in a folder that was published without the data, is left out.
     *
     * @throws DataException if one is damaged
     */
    public Map<String, ForecastFile> firstForecasts(ForecastRecord record) throws DataException {
        Map<String, ForecastFile> found = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Model model : record.models()) {
            Path file = within(model.forecasts());
            if (seen.add(trial(model.name(), model.horizon(), null)) && Files.exists(file)) {
                found.put(model.forecasts(), ForecastFile.readFirst(file, model.horizon()));
            }
        }
        return found;
    }

    /** A record may come from somebody else, and must not name a file elsewhere. */
    private Path within(String name) throws DataException {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new DataException(results() + " is damaged: " + name + " is no name of a file; run again", e);
        }
        throw new DataException(results() + " is damaged: " + name + " is not in its folder; run again");
    }

    /** Writes the first series of a set, in its own units. */
    public void writeFirstSeries(SeriesSet set) throws IOException {
        List<double[]> first = set.series().subList(0, 1);
        SeriesFile.write(new SeriesSet(set.name(), SeriesFile.sha256(first), first), firstSeries());
    }

    /**
     * Reads the first series.
     *
     * @return no values if the file is not there, as in a folder that was published without the data
     * @throws DataException if it is damaged
     */
    public double[] readFirstSeries() throws DataException {
        return Files.exists(firstSeries())
                ? SeriesFile.read(firstSeries()).series().get(0)
                : new double[0];
    }
}
