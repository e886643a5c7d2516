package org.reelsense.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.network.Regularisation;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.training.AdamSpec;
import org.reelsense.training.TrainingSpec;

/** The reviews in datasets/sample and settings so small that a run over them takes seconds. */
final class SampleRun {

    static final int EPOCHS = 2;
    static final int DIMENSION = 16;
    static final int HIDDEN = 16;

    static final Settings SETTINGS = settings(new EmbeddingSpec(DIMENSION, 3, 2, 1, 0, 1));

    private SampleRun() {}

    static Settings settings(EmbeddingSpec embedding) {
        return new Settings(
                embedding,
                true,
                2,
                2_000,
                HIDDEN,
                32,
                new TrainingSpec(
                        EPOCHS,
                        16,
                        3,
                        AdamSpec.slanted(5e-3f, 5e-3f, 0.1f),
                        1,
                        0.9f,
                        new Regularisation(0.1f, 0.2f, 0),
                        EPOCHS,
                        77));
    }

    static Corpus sample() throws DataException {
        return Datasets.open(
                DatasetSource.folder("sample", Path.of("datasets/sample")), Path.of("target"), Progress.SILENT);
    }

    static ExperimentSpec spec(String models, List<Long> seeds, Settings settings, int threads) {
        return new ExperimentSpec(
                Stream.of(models.split(",")).map(ModelKind::named).toList(), seeds, settings, threads, "experiment");
    }
}
