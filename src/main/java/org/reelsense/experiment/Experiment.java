package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;
import org.reelsense.text.Tokenizer;
import org.reelsense.training.TrainedModel;

/** Trains every model with every seed on the same data, scores each once on test, and compares them. */
public final class Experiment {

    private final ExperimentSpec spec;
    private final Corpus corpus;
    private final RunFolder folder;
    private final Progress progress;
    private final String started = ModelTraining.now();

    private Experiment(ExperimentSpec spec, Corpus corpus, RunFolder folder, Progress progress) {
        this.spec = spec;
        this.corpus = corpus;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Runs a comparison into a folder.
     *
     * @param dataFolder for what can be prepared once: tokens, word vectors
     * @throws IllegalArgumentException if the folder already holds a finished run
     * @throws IOException if something cannot be read or written; finished models stay
     * @throws InterruptedException if the calling thread is interrupted; finished models and epochs stay
     */
    public static RunRecord run(
            ExperimentSpec spec, Corpus corpus, Path dataFolder, RunFolder folder, Progress progress)
            throws IOException, InterruptedException {
        folder.requireUnfinished();
        Preparation data = Preparation.of(corpus, spec.settings(), dataFolder, spec.threads(), progress);
        return new Experiment(spec, corpus, folder, progress).compare(data);
    }

    private RunRecord compare(Preparation data) throws IOException, InterruptedException {
        List<ScoredModel> scored = new ArrayList<>();
        for (long seed : spec.seeds()) {
            for (ModelKind.Network kind : spec.models()) {
                scored.add(trainAndScore(kind, seed, data));
            }
        }
        RunRecord record = record(data, scored);
        folder.write(record);
        for (ScoredModel model : scored) {
            folder.removeCheckpoint(model.kind().id(), model.seed());
        }
        return record;
    }

    private ScoredModel trainAndScore(ModelKind.Network kind, long seed, Preparation data)
            throws IOException, InterruptedException {
        Path checkpoint = folder.checkpoint(kind.id(), seed);
        TrainedModel trained = ModelTraining.train(kind, seed, spec, corpus, data, checkpoint, progress);
        FinishedModel finished = FinishedModel.of(trained, spec.precision(), data.dev(), spec.threads(), progress);
        ScoredReviews test =
                ScoredReviews.of(finished.weights(), data.test().documents(), spec.threads(), "scoring test", progress);
        ScoredModel scored = new ScoredModel(
                kind, seed, finished, test.probabilities(), test.seconds(), Host.peakMemoryBytes(), data.test());
        save(scored, data);
        return scored;
    }

    private void save(ScoredModel scored, Preparation data) throws IOException {
        ModelTraining.model(scored.finished(), scored.seed(), scored.scores(), spec, corpus, data, started)
                .write(folder.path().resolve(scored.file()));
        folder.writePredictions(
                scored.kind().id(),
                scored.seed(),
                corpus.test().stream().map(Review::id).toList(),
                data.test().positive(),
                scored.probabilities());
    }

    private RunRecord record(Preparation data, List<ScoredModel> scored) {
        return new RunRecord(
                RunRecord.SCHEMA,
                new RunRecord.Dataset(
                        corpus.name(),
                        corpus.sha256(),
                        corpus.train().size(),
                        corpus.dev().size(),
                        corpus.test().size(),
                        corpus.unlabelled().size(),
                        Tokenizer.ID),
                Host.machine(spec.threads()),
                Host.commit(),
                started,
                spec.command(),
                data.record(),
                scored.stream().map(ScoredModel::record).toList(),
                Comparisons.of(scored));
    }
}
