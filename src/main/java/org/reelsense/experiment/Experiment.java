package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;

/**
 * Trains every model with every seed on the same data, scores each once on test, and compares them. A run that was cut
 * off goes on in its folder: finished trials are not done again.
 */
public final class Experiment {

    private final RunContext run;
    private final TrialStore store;

    private Experiment(RunContext run, TrialStore store) {
        this.run = run;
        this.store = store;
    }

    /**
     * Runs a comparison into a folder.
     *
     * @param dataFolder for what can be prepared once: tokens, word vectors
     * @throws IllegalArgumentException if the folder already holds a finished run or an unfinished one of something
     *     else, another run is at work there, or a size asks for more training reviews than there are
     * @throws IOException if something cannot be read or written; finished trials stay
     * @throws InterruptedException if the calling thread is interrupted; finished trials and epochs stay
     */
    public static RunRecord run(
            ExperimentSpec spec, Corpus corpus, Path dataFolder, RunFolder folder, Progress progress)
            throws IOException, InterruptedException {
        folder.requireUnfinished();
        spec.requireSizesWithin(corpus.train());
        try (RunLock lock = RunLock.take(folder)) {
            folder.requireUnfinished(); // who had the lock before may have finished it
            TrialStore store = TrialStore.open(lock, RunIdentity.of(spec, corpus), progress);
            return run(store, spec, corpus, dataFolder);
        }
    }

    private static RunRecord run(TrialStore store, ExperimentSpec spec, Corpus corpus, Path dataFolder)
            throws IOException, InterruptedException {
        Progress progress = store.progress();
        Preparation data = Preparation.of(corpus, spec.settings(), dataFolder, spec.threads(), progress);
        RunContext context = new RunContext(
                spec,
                data,
                TestAnalysis.of(data),
                store.folder(),
                store.identity().started(),
                progress);
        return new Experiment(context, store).compare();
    }

    private RunRecord compare() throws IOException, InterruptedException {
        List<Trial> trials = run.spec().trials();
        Pace pace = new Pace(trials, run.data().train().size(), run.progress(), System::nanoTime);
        List<ScoredTrial> whole = new ArrayList<>();
        List<SizeRecord> sizes = new ArrayList<>();
        for (Trial trial : trials) {
            ScoredTrial scored = finished(trial, pace);
            if (trial.isWhole()) {
                whole.add(scored);
            } else {
                sizes.add(SizeRecord.of(scored.model(), trial.reviews()));
            }
        }
        Averages averages =
                new Averages(run.data().dev().positive(), run.data().test().positive());
        List<ScoredTrial> all =
                Stream.concat(whole.stream(), averages.of(whole).stream()).toList();
        writePredictions(all);
        MistakeFile.write(run.folder(), mistakes(whole));
        RunRecord record = record(all, sizes);
        run.folder().write(record);
        store.clear(trials);
        return record;
    }

    private ScoredTrial finished(Trial trial, Pace pace) throws IOException, InterruptedException {
        var before = store.find(trial);
        if (before.isPresent()) {
            pace.skip(trial, before.get().model().trainSeconds());
            return before.get();
        }
        return pace.during(trial, () -> {
            ScoredTrial scored = result(trial);
            store.keep(trial, scored);
            return scored;
        });
    }

    private ScoredTrial result(Trial trial) throws IOException, InterruptedException {
        if (trial.kind() instanceof ModelKind.Network network) {
            return new NetworkTrial(run, network, trial).result();
        }
        return new YardstickTrial(run, (ModelKind.Yardstick) trial.kind(), trial).result();
    }

    /** Of every network, with the first seed. */
    private List<Mistake> mistakes(List<ScoredTrial> trials) throws IOException, InterruptedException {
        List<Mistake> mistakes = new ArrayList<>();
        for (ScoredTrial trial : trials) {
            RunRecord.Model model = trial.model();
            if (model.file() != null && model.seed() == run.spec().seeds().get(0)) {
                mistakes.addAll(Mistakes.of(
                        run.folder().path().resolve(model.file()),
                        model.name(),
                        model.seed(),
                        run.data().texts().corpus().test(),
                        trial.test(),
                        run.spec().threads()));
            }
        }
        return mistakes;
    }

    private void writePredictions(List<ScoredTrial> trials) throws IOException {
        List<String> reviews =
                run.data().texts().corpus().test().stream().map(Review::id).toList();
        for (ScoredTrial scored : trials) {
            new Predictions(reviews, run.data().test().positive(), scored.test())
                    .write(run.folder().predictions(scored.name()));
        }
    }

    private RunRecord record(List<ScoredTrial> trials, List<SizeRecord> sizes) throws InterruptedException {
        boolean[] positive = run.data().test().positive();
        OverSeeds overSeeds = OverSeeds.of(trials, positive, true);
        return new RunRecord(
                RunRecord.SCHEMA,
                store.identity().dataset(),
                Host.machine(run.spec().threads()),
                Host.commit(),
                run.started(),
                run.spec().command(),
                run.data().record(),
                trials.stream().map(ScoredTrial::model).toList(),
                Comparisons.of(trials, positive, true),
                overSeeds.summaries(),
                overSeeds.pairs(),
                sizes.isEmpty() ? null : sizes);
    }
}
