package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.storage.DataException;

/**
 * Several runs over the same data as one record, whose models are compared with each other review by review. A model
 * that several runs have is one with all their seeds if they made it alike, each for other seeds; else it keeps its name in
 * none of them and becomes {@code NAME@FOLDER}. Training times are compared if all runs are of the same processor with as
 * many threads. What a record says once of a run, such as its word vectors, is the first run's.
 */
public final class MergedRuns {

    private MergedRuns() {}

    /**
     * Reads runs and compares them. One alone is only read.
     *
     * @param folders none twice
     * @throws DataException if a run is missing or damaged, or is not of the same data as the first; the message names
     *     the file
     * @throws IllegalArgumentException if there is no folder, or one is given twice
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static RunRecord of(List<RunFolder> folders) throws IOException, InterruptedException {
        requireOnce(folders);
        if (folders.size() == 1) {
            return folders.get(0).read();
        }
        List<RunRecord> records = new ArrayList<>();
        for (RunFolder folder : folders) {
            records.add(folder.read());
        }
        requireSameData(folders, records);
        List<FinishedRun> runs = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            runs.add(FinishedRun.of(folders.get(i), records.get(i)));
            runs.get(i).requireSameReviewsAs(runs.get(0));
        }
        return merged(runs);
    }

    private static void requireOnce(List<RunFolder> folders) {
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("runs: none given; name a run folder");
        }
        Set<Path> seen = new HashSet<>();
        for (RunFolder folder : folders) {
            if (!seen.add(folder.path().toAbsolutePath().normalize())) {
                throw new IllegalArgumentException("runs: " + folder.path() + " is given twice; name each once");
            }
        }
    }

    private static void requireSameData(List<RunFolder> folders, List<RunRecord> records) throws DataException {
        RunRecord.Dataset first = records.get(0).dataset();
        for (int i = 1; i < records.size(); i++) {
            RunRecord.Dataset other = records.get(i).dataset();
            if (!sameData(first, other)) {
                throw new DataException(folders.get(i).results() + " is of other data than "
                        + folders.get(0).results() + " (" + data(other) + " and " + data(first)
                        + "); compare runs of the same data");
            }
        }
    }

    private static boolean sameData(RunRecord.Dataset a, RunRecord.Dataset b) {
        return Objects.equals(a.sha256(), b.sha256())
                && Objects.equals(a.tokenizer(), b.tokenizer())
                && a.train() == b.train()
                && a.dev() == b.dev()
                && a.test() == b.test()
                && a.unlabelled() == b.unlabelled();
    }

    private static String data(RunRecord.Dataset data) {
        return data.name() + ", SHA-256 " + data.sha256() + ", " + data.tokenizer() + ", " + data.train()
                + " training, " + data.dev() + " dev, " + data.test() + " test and " + data.unlabelled()
                + " unlabelled reviews";
    }

    private static RunRecord merged(List<FinishedRun> runs) throws InterruptedException {
        boolean[] positive = runs.get(0).predictions().get(0).positive();
        MergedNames names = new MergedNames(runs);
        List<ScoredTrial> trials =
                runs.stream().flatMap(run -> trials(run, names)).toList();
        requireDistinct(trials);
        boolean sameMachine = runs.stream().map(FinishedRun::speed).distinct().count() == 1;
        OverSeeds overSeeds = OverSeeds.of(trials, positive, sameMachine);
        RunRecord first = runs.get(0).record();
        List<SizeRecord> sizes = runs.stream().flatMap(run -> sizes(run, names)).toList();
        return new RunRecord(
                RunRecord.SCHEMA,
                first.dataset(),
                machine(runs),
                joined(runs, RunRecord::commit),
                joined(runs, RunRecord::started),
                joined(runs, RunRecord::command),
                first.embedding(),
                trials.stream().map(ScoredTrial::model).toList(),
                Comparisons.of(trials, positive, sameMachine),
                overSeeds.summaries(),
                overSeeds.pairs(),
                sizes.isEmpty() ? null : sizes);
    }

    private static void requireDistinct(List<ScoredTrial> trials) {
        Set<String> seen = new HashSet<>();
        for (ScoredTrial trial : trials) {
            if (!seen.add(trial.name())) {
                throw new IllegalArgumentException("runs: two of the folders have one name, and a model of one name and"
                        + " seed in both (" + trial.name() + "); rename a folder");
            }
        }
    }

    private static RunRecord.Machine machine(List<FinishedRun> runs) {
        RunRecord.Machine first = runs.get(0).record().machine();
        return new RunRecord.Machine(
                joined(runs, record -> record.machine().os()),
                joined(runs, record -> record.machine().cpu()),
                first.cores(),
                joined(runs, record -> record.machine().jdk()),
                joined(runs, record -> record.machine().engine()),
                first.threads());
    }

    private static String joined(List<FinishedRun> runs, Function<RunRecord, String> field) {
        return runs.stream().map(run -> field.apply(run.record())).distinct().collect(Collectors.joining("; "));
    }

    private static Stream<ScoredTrial> trials(FinishedRun run, MergedNames names) {
        List<RunRecord.Model> models = run.record().models();
        List<ScoredTrial> trials = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            RunRecord.Model model = models.get(i);
            trials.add(new ScoredTrial(
                    model.named(names.of(run, model)),
                    new float[0],
                    run.predictions().get(i).probabilities(),
                    names.parts(run, model)));
        }
        return trials.stream();
    }

    private static Stream<SizeRecord> sizes(FinishedRun run, MergedNames names) {
        List<SizeRecord> sizes = run.record().sizes();
        return sizes == null ? Stream.empty() : sizes.stream().map(size -> size.named(names.of(run, size.name())));
    }
}
