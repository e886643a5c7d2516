package org.reelsense.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/** The layout of a run on disk. Every file is whole or absent. */
public record RunFolder(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** {@code results.json} */
    public Path results() {
        return path.resolve("results.json");
    }

    /** {@code log.txt} */
    public Path log() {
        return path.resolve("log.txt");
    }

    /** Name of a model's file, from the run folder. */
    public static String modelName(String model, long seed) {
        return "models/" + model + "-" + seed + ".safetensors";
    }

    /** Where the training of a model goes on from if it is cut off. */
    Path checkpoint(String model, long seed) {
        return checkpoints().resolve(model + "-" + seed + ".safetensors");
    }

    private Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Removes a checkpoint, and their folder with the last; one of a model not asked for now stays. */
    void removeCheckpoint(String model, long seed) throws IOException {
        Files.deleteIfExists(checkpoint(model, seed));
        try {
            Files.deleteIfExists(checkpoints());
        } catch (DirectoryNotEmptyException othersLeft) {
            return;
        }
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

    /** Writes {@code results.json}. */
    public void write(RunRecord record) throws IOException {
        DurableFile.write(results(), out -> {
            out.write(JSON.writeValueAsBytes(record));
            out.write('\n');
        });
    }

    /**
     * Reads {@code results.json}.
     *
     * @throws DataException if it is missing or not one of ours
     */
    public RunRecord read() throws DataException {
        try {
            JsonNode content = JSON.readTree(Files.readAllBytes(results()));
            // Before the fields: a later schema may have other ones.
            int schema = content.path("schema").asInt();
            if (schema != RunRecord.SCHEMA) {
                throw new DataException(results() + " has schema " + schema + ", this version reads " + RunRecord.SCHEMA
                        + "; use the version that wrote it");
            }
            return JSON.treeToValue(content, RunRecord.class);
        } catch (JsonProcessingException e) {
            throw new DataException(results() + " is damaged: " + e.getOriginalMessage() + "; run again", e);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException("cannot read " + results() + "; is " + path + " a run folder?", e);
        }
    }

    /**
     * Writes {@code predictions/NAME-SEED.csv}: review, label (0 or 1), probability of "positive" with all the
     * digits of a float, so that the scores can be computed again from the file.
     *
     * @param ids of the reviews, such as {@code test/pos/0_10}
     */
    void writePredictions(String model, long seed, List<String> ids, boolean[] positive, float[] probabilities)
            throws IOException {
        DurableFile.write(path.resolve("predictions/" + model + "-" + seed + ".csv"), out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write("review,label,probability\n");
            for (int i = 0; i < probabilities.length; i++) {
                csv.write(ids.get(i) + (positive[i] ? ",1," : ",0,") + probabilities[i] + "\n");
            }
            csv.flush();
        });
    }
}
