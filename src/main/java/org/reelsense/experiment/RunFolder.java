package org.reelsense.experiment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/** The layout of a run on disk. Every file is whole or absent. */
public record RunFolder(Path path) {

    static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final String SAFETENSORS = ".safetensors";
    private static final String MODELS = "models";
    private static final String PREDICTIONS = "predictions";

    /** {@code results.json} */
    public Path results() {
        return path.resolve("results.json");
    }

    /** {@code log.txt} */
    public Path log() {
        return path.resolve("log.txt");
    }

    /**
     * Name of a model's file, from the run folder.
     *
     * @param trial such as {@code bilstm-1}
     */
    static String modelName(String trial) {
        return MODELS + "/" + trial + SAFETENSORS;
    }

    /** Where the training of a model goes on from if it is cut off. */
    public Path checkpoint(String trial) {
        return checkpoints().resolve(trial + SAFETENSORS);
    }

    /** What an unfinished run keeps: see {@link TrialStore}. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** {@code predictions/NAME-SEED.csv} */
    Path predictions(String trial) {
        return path.resolve(PREDICTIONS).resolve(trial + ".csv");
    }

    /**
     * A finished run is never written over.
     *
     * @throws IllegalArgumentException if there is one
     */
    public void requireUnfinished() {
        if (Files.exists(results())) {
            throw new IllegalArgumentException(
                    "out: " + path + " already holds a finished run; choose another folder or move it away");
        }
    }

    /** Whether a run began here that was not finished and can go on. */
    public boolean isUnfinished() {
        return !Files.exists(results()) && Files.exists(new UnfinishedRun(this).identity());
    }

    /** Those of a start that was killed while it wrote. */
    public void removeHalfFiles() {
        for (Path folder : List.of(path, checkpoints(), path.resolve(MODELS), path.resolve(PREDICTIONS))) {
            DurableFile.removeHalfFiles(folder);
        }
    }

    /** Writes {@code results.json}. */
    public void write(RunRecord record) throws IOException {
        resultsFile().write(record);
    }

    /**
     * Reads {@code results.json}.
     *
     * @throws DataException if it is missing or not one of ours
     */
    public RunRecord read() throws DataException {
        RunRecord record = resultsFile().read();
        if (record.models().isEmpty()) {
            throw new DataException(results() + " is damaged: it has no models; run again");
        }
        return record;
    }

    private ResultsFile<RunRecord> resultsFile() {
        return new ResultsFile<>(results(), RunRecord.class, ResultsFile.EXPERIMENT, RunRecord.SCHEMA);
    }
}
