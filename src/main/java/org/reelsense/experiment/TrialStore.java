package org.reelsense.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelsense.model.ModelFile;
import org.reelsense.model.ModelFileException;
import org.reelsense.model.Tensor;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.training.Checkpoints;

/**
 * What an unfinished run keeps in {@code checkpoints/}, so that one that was cut off redoes nothing: {@code run.json}
 * says what run it is, {@code TRIAL.finished.safetensors} what came of a trial, {@code TRIAL.safetensors} (and the same with
 * {@code .previous}) how far a training is. Of the trials that went into {@code results.json} all are gone when it is there.
 *
 * @param identity of the run; its {@code started} is that of the first start
 */
record TrialStore(RunFolder folder, RunIdentity identity, Progress progress) {

    private static final String RECORD = "record";
    private static final String MODEL = "model";
    private static final String NONE = "none";
    private static final String DEV = "dev";
    private static final String TEST = "test";
    private static final String TENSORS = ".safetensors";

    /**
     * Opens the store of a run that begins or goes on.
     *
     * @throws IllegalArgumentException if the folder holds an unfinished run of something else, or of what it no longer
     *     says
     */
    static TrialStore open(RunLock lock, RunIdentity now, Progress progress) throws IOException {
        RunFolder folder = lock.folder();
        folder.removeHalfFiles();
        UnfinishedRun unfinished = new UnfinishedRun(folder);
        Path file = unfinished.identity();
        if (!unfinished.isThere()) {
            now.write(file);
            return new TrialStore(folder, now, progress);
        }
        unfinished.requireKind(ResultsFile.EXPERIMENT);
        RunIdentity first = RunIdentity.read(file);
        unfinished.requireSame(now.differencesFrom(first));
        progress.say("goes on with the run begun at " + first.started());
        return new TrialStore(folder, first, progress);
    }

    /** What came of a trial, if it is finished and all its files are whole; says so if one is not. */
    Optional<ScoredTrial> find(Trial trial) throws IOException, InterruptedException {
        Path file = file(trial);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ModelFile content = ModelFile.read(file);
            ScoredTrial scored = scored(trial, content);
            String now = modelChecksum(scored.model().file());
            if (now.equals(content.metadata().get(MODEL))) {
                return Optional.of(scored);
            }
            progress.say(scored.model().file() + " is missing or damaged: " + trial.words() + " is trained again");
        } catch (ModelFileException | JsonProcessingException | IllegalArgumentException | IllegalStateException e) {
            if (Thread.interrupted()) { // reading a file fails of it too
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            progress.say(file + " is damaged (" + e.getMessage() + "): " + trial.words() + " is trained again");
        }
        return Optional.empty();
    }

    private ScoredTrial scored(Trial trial, ModelFile content) throws JsonProcessingException {
        RunRecord.@Nullable Model model =
                RunFolder.JSON.readValue(content.metadata().getOrDefault(RECORD, ""), RunRecord.Model.class);
        if (model == null || !trial.kind().id().equals(model.name()) || model.seed() != trial.seed()) {
            throw new IllegalArgumentException("it is of another trial");
        }
        return new ScoredTrial(
                model,
                floats(content, DEV, identity.dataset().dev()),
                floats(content, TEST, identity.dataset().test()));
    }

    private static float[] floats(ModelFile content, String name, int size) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null || tensor.size() != size) {
            throw new IllegalArgumentException(
                    "it has not one probability for each of " + size + " " + name + " reviews");
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
        new Checkpoints(folder.checkpoint(trial.name())).delete();
    }

    private static Tensor tensor(float[] values) {
        return Tensor.f32(List.of(values.length), values);
    }

    private String modelChecksum(@Nullable String name) throws IOException {
        Path file = name == null ? null : folder.path().resolve(name);
        return file == null || !Files.exists(file) ? NONE : Checksum.sha256(file);
    }

    private Path file(Trial trial) {
        return folder.checkpoints().resolve(trial.name() + ".finished" + TENSORS);
    }

    /**
     * Removes what was kept of these trials, and with the last {@code run.json}. What other trials have stays: they can go
     * on once {@code results.json} is moved away.
     */
    void clear(List<Trial> trials) throws IOException {
        for (Trial trial : trials) {
            Files.deleteIfExists(file(trial));
            new Checkpoints(folder.checkpoint(trial.name())).delete();
        }
        new UnfinishedRun(folder).removeIfNoTrialIsLeft();
    }
}
