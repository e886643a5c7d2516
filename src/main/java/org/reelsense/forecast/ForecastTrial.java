package org.reelsense.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.experiment.Host;
import org.reelsense.experiment.RunFolder;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Settings;
import org.reelsense.forecast.ForecastRecord.Training;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.Provenance;
import org.reelsense.network.Cell;
import org.reelsense.network.ForecasterSpec;
import org.reelsense.network.KerasInitializer;
import org.reelsense.network.Normalisation;
import org.reelsense.network.Regularisation;
import org.reelsense.progress.Progress;
import org.reelsense.training.AdamSpec;
import org.reelsense.training.CheckpointInterval;
import org.reelsense.training.EpochRecord;
import org.reelsense.training.Learned;
import org.reelsense.training.Trainer;
import org.reelsense.training.TrainingSpec;

/** Trains one network with one seed for one horizon, makes its files, and has it forecast the test part. */
record ForecastTrial(
        ForecastSpec spec,
        SeriesSet set,
        PreparedSeries data,
        RunFolder folder,
        Cell cell,
        long seed,
        Progress progress) {

    /** Of a batch, for two cores; more make each part too small to be computed fast. */
    private static final int SHARDS = 2;

    /** Longer than a gradient can be: the paper clips none. */
    private static final float NO_CLIPPING = 1e6f;

    String name() {
        return ForecastFolder.trial(cell.id(), data.windowing().horizon(), seed);
    }

    Model result(String started) throws IOException, InterruptedException {
        ForecasterSpec network = new ForecasterSpec(
                cell,
                data.windowing().window(),
                spec.settings().hidden(),
                data.windowing().horizon(),
                Normalisation.ofId(spec.settings().normalisation()));
        Learned learned = train(network);
        ForecastModel trained = new ForecastModel(network, learned.weights(), provenance(started));
        TestForecasts test = TestForecasts.by(new TrainedForecaster(trained), data);
        Model model = record(network, learned, test);
        test.file().write(folder.path().resolve(model.forecasts()));
        new ForecastModel(network, learned.weights(), trained.provenance().withScores(scores(model)))
                .write(folder.path().resolve(ForecastFolder.modelName(name())));
        progress.say(String.format(
                Locale.ROOT,
                "%s: RMSE %.5f, directional accuracy %.4f, %.1f s (%.2f s an epoch)",
                name(),
                model.rmse().mean(),
                model.directionalAccuracy().mean(),
                learned.seconds(),
                learned.seconds() / learned.history().size()));
        return model;
    }

    private Learned train(ForecasterSpec network) throws IOException, InterruptedException {
        Path checkpoint = folder.checkpoint(name());
        return new Trainer(training(spec.settings(), seed), spec.threads(), progress, CheckpointInterval.TEN_SECONDS)
                .train(
                        name(),
                        objective(network, data.train(), spec.settings(), seed),
                        KerasInitializer.initial(network, seed),
                        checkpoint,
                        set.sha256() + " scaled by " + spec.scaling().id());
    }

    static TrainingSpec training(Settings settings, long seed) {
        return new TrainingSpec(
                settings.epochs(),
                settings.batch(),
                SHARDS,
                AdamSpec.keras((float) settings.learningRate()),
                NO_CLIPPING,
                0,
                Regularisation.NONE,
                settings.epochs(),
                seed);
    }

    static WindowObjective objective(ForecasterSpec network, Windows train, Settings settings, long seed) {
        return new WindowObjective(network, train, settings.batch(), SHARDS, seed);
    }

    private Model record(ForecasterSpec network, Learned learned, TestForecasts test) {
        return new Model(
                cell.id(),
                Model.NETWORK,
                cell.id(),
                network.horizon(),
                seed,
                network.parameters(),
                learned.seconds(),
                new Training(
                        learned.history().size(),
                        learned.seconds() / learned.history().size(),
                        learned.examplesPerSecond(),
                        Host.peakMemoryBytes(),
                        learned.history().stream().map(EpochRecord::trainLoss).toList()),
                test.rmse(),
                test.directionalAccuracy(),
                ForecastFolder.modelName(name()),
                ForecastFolder.forecastsName(name()));
    }

    private static Map<String, Double> scores(Model model) {
        return Map.of(
                "testRmse", model.rmse().mean(),
                "testDirectionalAccuracy", model.directionalAccuracy().mean());
    }

    private Provenance provenance(String started) {
        var machine = Host.machine(spec.threads());
        Map<String, String> run = new TreeMap<>();
        run.put("command", Provenance.line(spec.command()));
        run.put("scaling", spec.scaling().id());
        return new Provenance(
                Provenance.line(set.name()),
                set.sha256(),
                seed,
                Host.commit(),
                started,
                Map.of("os", machine.os(), "cpu", machine.cpu(), "jdk", machine.jdk(), "engine", machine.engine()),
                spec.threads(),
                Map.of(),
                run);
    }
}
