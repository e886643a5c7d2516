package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.storage.DataException;

/**
 * Several runs over the same data as one record, whose models are compared with each other review by review. A model
 * that two runs have with the same seed keeps its name in none of them: it becomes {@code NAME@FOLDER}. Training times
 * are compared if all runs are of the same processor with as many threads.
 */
public final class MergedRuns {

    /** A run and what its models said of test. */
    private record Run(RunFolder folder, RunRecord record, List<Predictions> predictions) {

        String name() {
            return String.valueOf(folder.path().toAbsolutePath().normalize().getFileName());
        }
    }

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
        List<Run> runs = new ArrayList<>();
        for (RunFolder folder : folders) {
            runs.add(read(folder));
        }
        for (Run run : runs) {
            requireSameData(runs.get(0), run);
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

    private static Run read(RunFolder folder) throws DataException {
        RunRecord record = folder.read();
        List<Predictions> predictions = new ArrayList<>();
        for (RunRecord.Model model : record.models()) {
            predictions.add(predictions(folder, model));
        }
        return new Run(folder, record, predictions);
    }

    /** A file that does not give the accuracy of the record is of another run. */
    private static Predictions predictions(RunFolder folder, RunRecord.Model model) throws DataException {
        Path file = folder.predictions(model.name() + "-" + model.seed());
        Predictions predictions = Predictions.read(file);
        if (predictions.reviews().isEmpty()
                || Evaluation.of(predictions.probabilities(), predictions.positive())
                                .accuracy()
                        != model.testAccuracy()) {
            throw new DataException(file + " does not give the test accuracy of " + folder.results()
                    + ": one of them was changed; run again");
        }
        return predictions;
    }

    private static void requireSameData(Run first, Run run) throws DataException {
        if (!sameData(first.record().dataset(), run.record().dataset())) {
            throw new DataException(run.folder().results() + " is of other data than "
                    + first.folder().results() + " ("
                    + data(run.record().dataset()) + " and "
                    + data(first.record().dataset()) + "); compare runs of the same data");
        }
        Predictions expected = first.predictions().get(0);
        for (Predictions predictions : run.predictions()) {
            if (!predictions.reviews().equals(expected.reviews())
                    || !Arrays.equals(predictions.positive(), expected.positive())) {
                throw new DataException(run.folder().path() + " has predictions of other test reviews than "
                        + first.folder().path() + "; compare runs of the same data");
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

    private static RunRecord merged(List<Run> runs) throws InterruptedException {
        boolean[] positive = runs.get(0).predictions().get(0).positive();
        Set<String> shared = sharedNames(runs);
        List<ScoredTrial> trials =
                runs.stream().flatMap(run -> trials(run, shared)).toList();
        boolean sameMachine = runs.stream()
                        .map(run -> speed(run.record().machine()))
                        .distinct()
                        .count()
                == 1;
        requireDistinct(trials);
        OverSeeds overSeeds = OverSeeds.of(trials, positive, sameMachine);
        RunRecord first = runs.get(0).record();
        List<SizeRecord> sizes =
                runs.stream().flatMap(run -> sizes(run, shared)).toList();
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

    /** What seconds depend on. */
    private static List<Object> speed(RunRecord.Machine machine) {
        return List.of(machine.cpu(), machine.cores(), machine.threads());
    }

    private static RunRecord.Machine machine(List<Run> runs) {
        RunRecord.Machine first = runs.get(0).record().machine();
        return new RunRecord.Machine(
                joined(runs, record -> record.machine().os()),
                joined(runs, record -> record.machine().cpu()),
                first.cores(),
                joined(runs, record -> record.machine().jdk()),
                joined(runs, record -> record.machine().engine()),
                first.threads());
    }

    private static String joined(List<Run> runs, Function<RunRecord, String> field) {
        return runs.stream().map(run -> field.apply(run.record())).distinct().collect(Collectors.joining("; "));
    }

    /** Names of models with the same seed in more than one run. */
    private static Set<String> sharedNames(List<Run> runs) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Run run : runs) {
            for (RunRecord.Model model : run.record().models()) {
                if (!seen.add(model.name() + "-" + model.seed())) {
                    shared.add(model.name());
                }
            }
        }
        return shared;
    }

    private static Stream<ScoredTrial> trials(Run run, Set<String> shared) {
        List<RunRecord.Model> models = run.record().models();
        List<ScoredTrial> trials = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            RunRecord.Model model = models.get(i).named(name(models.get(i).name(), run, shared));
            trials.add(new ScoredTrial(
                    model, new float[0], run.predictions().get(i).probabilities()));
        }
        return trials.stream();
    }

    private static Stream<SizeRecord> sizes(Run run, Set<String> shared) {
        List<SizeRecord> sizes = run.record().sizes();
        return sizes == null ? Stream.empty() : sizes.stream().map(size -> size.named(name(size.name(), run, shared)));
    }

    private static String name(String name, Run run, Set<String> shared) {
        return shared.contains(name) ? name + "@" + run.name() : name;
    }
}
