package org.reelsense.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.model.ModelFile;
import org.reelsense.model.ModelFileException;
import org.reelsense.model.Tensor;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * What an unfinished run keeps in {@code checkpoints/}, so that one that was cut off redoes nothing: {@code run.json}
 * says what run it is, {@code TRIAL.finished.safetensors} what came of a trial, {@code TRIAL.safetensors} how far a
 * training is. All are gone when {@code results.json} is there.
 *
 * @param identity of the run; its {@code started} is that of the first start
 */
record TrialStore(RunFolder folder, RunIdentity identity, Progress progress) {

    private static final String RECORD = "record";
    private static final String MODEL = "model";
    private static final String NONE = "none";
    private static final String DEV = "dev";
    private static final String TEST = "test";

    /**
     * Opens the store of a run that begins or goes on.
     *
     * @throws IllegalArgumentException if the folder holds an unfinished run of something else
     */
    static TrialStore open(RunFolder folder, RunIdentity now, Progress progress) throws IOException {
        Path file = identityFile(folder);
        if (!Files.exists(file)) {
            DurableFile.write(file, out -> out.write(RunFolder.JSON.writeValueAsBytes(now)));
            return new TrialStore(folder, now, progress);
        }
        RunIdentity first = read(file);
        String differences = now.differencesFrom(first);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("out: " + folder.path() + " holds an unfinished run of something else ("
                    + differences + "); start it as it was, or choose another folder");
        }
        progress.say("goes on with the run begun at " + first.started());
        return new TrialStore(folder, first, progress);
    }

    private static Path identityFile(RunFolder folder) {
        return folder.checkpoints().resolve("run.json");
    }

    private static RunIdentity read(Path file) throws IOException {
        try {
            return RunFolder.JSON.readValue(Files.readAllBytes(file), RunIdentity.class);
        } catch (JsonProcessingException e) {
            throw new DataException(
                    file + " is damaged: " + e.getOriginalMessage() + "; delete its folder to start from the beginning",
                    e);
        }
    }

    /** What came of a trial, if it is finished and all its files are whole; says so if one is not. */
    Optional<ScoredTrial> find(Trial trial) throws IOException {
        Path file = file(trial);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ModelFile content = ModelFile.read(file);
            ScoredTrial scored = scored(content);
            String now = modelChecksum(scored.model().file());
            if (now.equals(content.metadata().get(MODEL))) {
                return Optional.of(scored);
            }
            progress.say(scored.model().file() + " is missing or damaged: " + trial.words() + " is trained again");
        } catch (ModelFileException | JsonProcessingException | IllegalArgumentException e) {
            progress.say(file + " is damaged (" + e.getMessage() + "): " + trial.words() + " is trained again");
        }
        return Optional.empty();
    }

    private static ScoredTrial scored(ModelFile content) throws JsonProcessingException {
        return new ScoredTrial(
                RunFolder.JSON.readValue(content.metadata().getOrDefault(RECORD, ""), RunRecord.Model.class),
                floats(content, DEV),
                floats(content, TEST));
    }

    private static float[] floats(ModelFile content, String name) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("tensor " + name + " is missing");
        }
        return tensor.floats();
    }

    /** Keeps what came of a trial; its training has nothing to go on from any more. */
    void keep(Trial trial, ScoredTrial scored) throws IOException {
        Map<String, String> metadata = Map.of(
                ModelFile.FORMAT_KEY,
                ModelFile.FORMAT,
                RECORD,
                RunFolder.JSON.writeValueAsString(scored.model()),
                MODEL,
                modelChecksum(scored.model().file()));
        new ModelFile(metadata, Map.of(DEV, tensor(scored.dev()), TEST, tensor(scored.test()))).write(file(trial));
        Files.deleteIfExists(folder.checkpoint(trial.name()));
    }

    private static Tensor tensor(float[] values) {
        return Tensor.f32(List.of(values.length), values);
    }

    private String modelChecksum(@Nullable String name) throws IOException {
        Path file = name == null ? null : folder.path().resolve(name);
        return file == null || !Files.exists(file) ? NONE : Checksum.sha256(file);
    }

    private Path file(Trial trial) {
        return folder.checkpoints().resolve(trial.name() + ".finished.safetensors");
    }

    /** Removes what was kept of these trials, and the folder with the last; others stay to go on from. */
    void clear(List<Trial> trials) throws IOException {
        for (Trial trial : trials) {
            Files.deleteIfExists(file(trial));
            Files.deleteIfExists(folder.checkpoint(trial.name()));
        }
        List<Path> left;
        try (Stream<Path> files = Files.list(folder.checkpoints())) {
            left = files.toList();
        }
        if (left.equals(List.of(identityFile(folder)))) {
            Files.delete(left.get(0));
            Files.delete(folder.checkpoints());
        }
    }
}
