package org.reelsense.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.ResultsFile;
import org.reelsense.experiment.RunFolder;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.training.Checkpoints;

/**
 * What an unfinished run keeps in {@code checkpoints/}, so that one that was cut off redoes nothing: {@code TRIAL.json} of
 * what is finished, {@code TRIAL.safetensors} of what is being trained.
 *
 * @param run all that must be the same when it goes on, or its record would be a mixture
 */
record KeptTrials(RunFolder folder, Map<String, String> run, String started, Progress progress) {

    /**
     * Opens what an earlier start has left, if there was one: {@code started} is then its.
     *
     * @throws IllegalArgumentException if that was a run of something else
     * @throws DataException if a file of it is damaged
     */
    static KeptTrials open(RunFolder folder, Map<String, String> run, String now, Progress progress)
            throws IOException {
        String started = now;
        for (Path file : files(folder)) {
            KeptTrial kept = results(file).read();
            String differences = kept.differencesFrom(run);
            if (!differences.isEmpty()) {
                throw new IllegalArgumentException("out: " + folder.path()
                        + " holds an unfinished run of something else (" + differences
                        + "); start it as it was, or choose another folder");
            }
            started = kept.started();
        }
        if (!started.equals(now)) {
            progress.say("goes on with the run begun at " + started);
        }
        return new KeptTrials(folder, run, started, progress);
    }

    private static List<Path> files(RunFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.checkpoints())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static ResultsFile<KeptTrial> results(Path file) {
        return new ResultsFile<>(file, KeptTrial.class, KeptTrial.KIND, KeptTrial.SCHEMA);
    }

    private Path file(String trial) {
        return folder.checkpoints().resolve(trial + ".json");
    }

    /** What came of a trial, if it is finished and its files are as they were; says so if they are not. */
    Optional<Model> find(String trial) throws IOException {
        if (!Files.exists(file(trial))) {
            return Optional.empty();
        }
        KeptTrial kept = results(file(trial)).read();
        if (kept.checksums().equals(checksums(kept.model()))) {
            return Optional.of(kept.model());
        }
        progress.say("a file of " + trial + " is missing or damaged: it is trained again");
        return Optional.empty();
    }

    /** Keeps what came of a trial, whose files are there; its training has nothing to go on from any more. */
    void keep(String trial, Model model) throws IOException {
        results(file(trial))
                .write(new KeptTrial(KeptTrial.SCHEMA, KeptTrial.KIND, started, run, model, checksums(model)));
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

    /** Once the record is there. */
    void clear(List<String> trials) throws IOException {
        for (String trial : trials) {
            Files.deleteIfExists(file(trial));
            new Checkpoints(folder.checkpoint(trial)).delete();
        }
    }
}
