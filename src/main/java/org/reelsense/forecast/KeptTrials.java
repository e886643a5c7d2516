package org.reelsense.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.ResultsFile;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.UnfinishedRun;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;
import org.reelsense.training.Checkpoints;

/**
 * What an unfinished run keeps in {@code checkpoints/}, so that one that was cut off redoes nothing: {@code run.json} says
 * what run it is, {@code TRIAL.json} what came of a trial that is finished, {@code TRIAL.safetensors} how far a training is.
 *
 * @param started when the run began first, ISO 8601
 */
record KeptTrials(RunFolder folder, String started, Progress progress) {

    /**
     * Begins, or goes on with what an earlier start has left: {@code started} is then its.
     *
     * @param identity all that must be the same when a run goes on
     * @throws IllegalArgumentException if the folder holds an unfinished run of something else, or of what it no longer
     *     says
     * @throws DataException if nobody can read what run it holds
     */
    static KeptTrials open(RunFolder folder, Map<String, String> identity, String now, Progress progress)
            throws IOException {
        removeHalfFiles(folder);
        UnfinishedRun unfinished = new UnfinishedRun(folder);
        if (!unfinished.isThere()) {
            KeptRun.at(unfinished.identity()).write(KeptRun.begun(now, identity));
            return new KeptTrials(folder, now, progress);
        }
        unfinished.requireKind(ForecastRecord.KIND);
        KeptRun first = first(unfinished);
        unfinished.requireSame(first.differencesFrom(identity));
        progress.say("goes on with the run begun at " + first.started());
        return new KeptTrials(folder, first.started(), progress);
    }

    /** Those of a start that was killed while it wrote. */
    private static void removeHalfFiles(RunFolder folder) {
        folder.removeHalfFiles();
        DurableFile.removeHalfFiles(folder.path().resolve(ForecastFolder.FORECASTS));
    }

    private static KeptRun first(UnfinishedRun unfinished) throws DataException {
        try {
            return KeptRun.at(unfinished.identity()).read();
        } catch (DataException e) {
            throw new DataException(
                    "out: nobody can say what run " + unfinished.folder().checkpoints() + " is of (" + e.getMessage()
                            + "); delete it to start from the beginning, or choose another folder",
                    e);
        }
    }

    private Path file(String trial) {
        return folder.checkpoints().resolve(trial + ".json");
    }

    private ResultsFile<KeptTrial> results(String trial) {
        return new ResultsFile<>(file(trial), KeptTrial.class, KeptTrial.KIND, KeptTrial.SCHEMA);
    }

    /**
     * What came of a trial, if it is finished and its files are as they were; says so if they are not.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    Optional<Model> find(String trial) throws IOException, InterruptedException {
        if (!Files.exists(file(trial))) {
            return Optional.empty();
        }
        try {
            KeptTrial kept = results(trial).read();
            String wrong = wrong(trial, kept);
            if (wrong.isEmpty()) {
                return Optional.of(kept.model());
            }
            progress.say(trial + " is trained again: " + wrong);
        } catch (IOException e) {
            if (Thread.interrupted()) { // reading a file fails of it too
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            if (!(e instanceof DataException)) {
                throw e;
            }
            progress.say(trial + " is trained again (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    /** Why what was kept cannot be believed; empty if it can. */
    private String wrong(String trial, KeptTrial kept) throws IOException {
        if (!kept.isOf(trial)) {
            return file(trial) + " is of another trial";
        }
        Map<String, String> now = checksums(kept.model());
        return now.keySet().stream()
                .filter(name -> !now.get(name).equals(kept.checksums().get(name)))
                .findFirst()
                .map(name -> name + " is missing or damaged")
                .orElse("");
    }

    /** Keeps what came of a trial, whose files are there; its training has nothing to go on from any more. */
    void keep(String trial, Model model) throws IOException {
        results(trial).write(new KeptTrial(KeptTrial.SCHEMA, KeptTrial.KIND, model, checksums(model)));
        new Checkpoints(folder.checkpoint(trial)).delete();
    }

    private Map<String, String> checksums(Model model) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (@Nullable String name : new @Nullable String[] {model.file(), model.forecasts()}) {
            if (name != null) {
                Path file = folder.path().resolve(name);
                checksums.put(name, Files.exists(file) ? Checksum.sha256(file) : "none");
            }
        }
        return checksums;
    }

    /** Once the record is there. What other trials have stays: they can go on once {@code results.json} is moved away. */
    void clear(List<String> trials) throws IOException {
        for (String trial : trials) {
            Files.deleteIfExists(file(trial));
            new Checkpoints(folder.checkpoint(trial)).delete();
        }
        new UnfinishedRun(folder).removeIfNoTrialIsLeft();
    }
}
