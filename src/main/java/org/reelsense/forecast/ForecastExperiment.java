package org.reelsense.forecast;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.reelsense.experiment.Host;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunLock;
import org.reelsense.experiment.RunRecord;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Series;
import org.reelsense.network.Cell;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * Trains each network with each seed for each horizon, has it and the baselines forecast the test part of every series, and
 * compares them. A run that was cut off goes on in its folder: finished trials are not done again.
 */
public final class ForecastExperiment {

    private static final double NANOS = 1e9;

    private final ForecastSpec spec;
    private final SeriesSet set;
    private final ForecastFolder folder;
    private final KeptTrials kept;
    private final List<Model> models = new ArrayList<>();
    private final List<String> trials = new ArrayList<>();

    private ForecastExperiment(ForecastSpec spec, SeriesSet set, ForecastFolder folder, KeptTrials kept) {
        this.spec = spec;
        this.set = set;
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Runs a comparison into a folder.
     *
     * @throws IllegalArgumentException if the folder already holds a finished run or an unfinished one of something else, or
     *     another run is at work there
     * @throws DataException if the series are too short or one cannot be scaled: before anything is
     *     written
     * @throws IOException if something cannot be read or written; finished trials stay
     * @throws InterruptedException if the calling thread is interrupted; finished trials and a checkpoint stay
     */
    public static ForecastRecord run(ForecastSpec spec, SeriesSet set, ForecastFolder folder, Progress progress)
            throws IOException, InterruptedException {
        List<PreparedSeries> horizons = prepared(spec, set);
        RunFolder files = new RunFolder(folder.path());
        files.requireUnfinished();
        try (RunLock lock = RunLock.take(files)) {
            files.requireUnfinished(); // who had the lock before may have finished it
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            KeptTrials kept = KeptTrials.open(lock.folder(), identity(spec, set), now, progress);
            return new ForecastExperiment(spec, set, folder, kept).compare(horizons);
        } catch (IOException e) {
            if (Thread.interrupted()) { // writing a file fails of it too
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            throw e;
        }
    }

    /**
     * To be asked before anything is written.
     *
     * @throws DataException if the series are too short for a horizon, or one cannot be scaled
     */
    public static void requireFits(ForecastSpec spec, SeriesSet set) throws DataException {
        prepared(spec, set);
    }

    private static List<PreparedSeries> prepared(ForecastSpec spec, SeriesSet set) throws DataException {
        List<PreparedSeries> horizons = new ArrayList<>();
        for (int horizon : spec.horizons()) {
            horizons.add(PreparedSeries.of(set, spec.scaling(), horizon));
        }
        return horizons;
    }

    /** All but which networks, horizons and seeds are asked for. */
    private static Map<String, String> identity(ForecastSpec spec, SeriesSet set) {
        RunRecord.Machine machine = Host.machine(spec.threads());
        Map<String, String> identity = new TreeMap<>();
        identity.put("the data", set.name() + " " + set.sha256());
        identity.put("--scaling", spec.scaling().id());
        identity.put("--season", Integer.toString(spec.season()));
        identity.put("the settings", spec.settings().toString());
        identity.put("the program's commit", Host.commit());
        identity.put("--threads", Integer.toString(spec.threads()));
        identity.put("the processor", machine.cpu());
        identity.put("Java", machine.jdk());
        return identity;
    }

    private ForecastRecord compare(List<PreparedSeries> horizons) throws IOException, InterruptedException {
        folder.writeFirstSeries(set);
        for (PreparedSeries data : horizons) {
            addBaselines(data);
            for (Cell cell : spec.cells()) {
                for (long seed : spec.seeds()) {
                    addNetwork(data, cell, seed);
                }
            }
        }
        ForecastRecord record = ForecastRecord.of(
                new Series(set.name(), set.sha256(), set.count(), set.length()),
                spec.scaling().id(),
                horizons.get(0).windowing().window(),
                horizons.get(0).windowing().testLength(),
                spec.season(),
                Host.machine(spec.threads()),
                Host.commit(),
                kept.started(),
                spec.command(),
                spec.settings(),
                models);
        folder.write(record);
        kept.clear(trials);
        return record;
    }

    private void addNetwork(PreparedSeries data, Cell cell, long seed) throws IOException, InterruptedException {
        ForecastTrial trial = new ForecastTrial(spec, set, data, kept.folder(), cell, seed, kept.progress());
        trials.add(trial.name());
        var before = kept.find(trial.name());
        if (before.isPresent()) {
            models.add(before.get());
            return;
        }
        Model model = trial.result(kept.started());
        kept.keep(trial.name(), model);
        models.add(model);
    }

    private void addBaselines(PreparedSeries data) throws IOException {
        int horizon = data.windowing().horizon();
        add(data, new Persistence(horizon), 0);
        add(data, new SeasonalNaive(horizon, spec.season()), 0);
        addFitted(data, RidgeAutoregression::fit);
        addFitted(data, RidgeAutoregression::fitWithoutConstant);
    }

    private void addFitted(PreparedSeries data, Function<Windows, Baseline> fit) throws IOException {
        long start = System.nanoTime();
        Baseline fitted = fit.apply(data.train());
        add(data, fitted, (System.nanoTime() - start) / NANOS);
    }

    private void add(PreparedSeries data, Baseline baseline, double seconds) throws IOException {
        int horizon = data.windowing().horizon();
        String forecasts = ForecastFolder.forecastsName(ForecastFolder.trial(baseline.id(), horizon, null));
        TestForecasts test = TestForecasts.by(baseline, data);
        test.file().write(folder.path().resolve(forecasts));
        models.add(new Model(
                baseline.id(),
                Model.BASELINE,
                null,
                horizon,
                null,
                baseline.parameters(),
                seconds,
                null,
                test.rmse(),
                test.directionalAccuracy(),
                null,
                forecasts));
    }
}
