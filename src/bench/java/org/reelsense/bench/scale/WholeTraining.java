package org.reelsense.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.ScratchCheckpoint;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.ModelTraining;
import org.reelsense.experiment.Preset;
import org.reelsense.experiment.Settings;
import org.reelsense.progress.Progress;

/**
 * All that {@code reelsense train --preset default} does, but one epoch, with H as asked: the command has no option for H.
 * With the adversary, whose second pass needs the most memory.
 */
public final class WholeTraining implements Engine {

    private @Nullable Setting setting;

    @Override
    public Map<String, String> prepare(Setting given) {
        setting = given;
        return Map.of();
    }

    @Override
    public float[] probe(String what) {
        return new float[0];
    }

    @Override
    public Turn run(int first, int units) throws IOException, InterruptedException {
        Setting at = Prepared.of(setting);
        Path data = Path.of(at.text("data"));
        long start = System.nanoTime();
        Corpus all = Datasets.open(DatasetSource.imdb(), data, Progress.SILENT);
        Corpus corpus = at.number("limit") == 0 ? all : all.limitedTo(at.number("limit"));
        ExperimentSpec spec = new ExperimentSpec(
                List.of(ModelKind.Network.named(at.text("model"))),
                List.of(1L),
                settings(at.number("hidden")),
                Runtime.getRuntime().availableProcessors(),
                "bench");
        try (ScratchCheckpoint checkpoint = ScratchCheckpoint.make()) {
            ModelTraining.run(spec, corpus, data, checkpoint.path(), Progress.SILENT);
        }
        return new Turn(corpus.train().size(), 0, (System.nanoTime() - start) / 1e9);
    }

    private static Settings settings(int hidden) {
        Settings preset = Preset.DEFAULT.settings();
        return new Settings(
                preset.embedding(),
                preset.vectorsFromUnlabelled(),
                preset.minimumCount(),
                preset.mostWords(),
                hidden,
                preset.pieceLength(),
                preset.training().withEpochs(1));
    }

    @Override
    public void close() {}
}
