package org.reelsense.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * {@code results.json} of one kind of run: written durably, read strictly.
 *
 * @param file in the run's folder
 * @param type the record it holds
 * @param kind what its field {@code kind} says; an experiment's record has none, because the first release wrote none
 * @param schema the version of the format that is written and read
 */
public record ResultsFile<T>(Path file, Class<T> type, String kind, int schema) {

    /** Of a run that compares classifiers. */
    public static final String EXPERIMENT = "experiment";

    private static final String KIND = "kind";

    /** @throws DataException if it cannot be written */
    public void write(T record) throws IOException {
        DurableFile.write(file, out -> {
            out.write(RunFolder.JSON.writeValueAsBytes(record));
            out.write('\n');
        });
    }

    /**
     * Reads the record.
     *
     * @throws DataException if the file is missing, damaged, of another kind of run or of another version
     */
    public T read() throws DataException {
        JsonNode content = content(file);
        requireSchemaAndKind(content);
        try {
            return RunFolder.JSON.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
    }

    /**
     * What kind of run a file is of.
     *
     * @return {@link #EXPERIMENT} if it says nothing else
     * @throws DataException if the file is missing or no JSON
     */
    public static String kindOf(Path file) throws DataException {
        return content(file).path(KIND).asText(EXPERIMENT);
    }

    /** Before the fields: a later schema may have other ones. */
    private void requireSchemaAndKind(JsonNode content) throws DataException {
        int found = content.path("schema").asInt();
        if (found == 0) {
            throw new DataException(file + " is damaged: it has no schema; run again");
        }
        String foundKind = content.path(KIND).asText(EXPERIMENT);
        if (!foundKind.equals(kind)) {
            throw new DataException(file + " is of a run of the kind " + foundKind + ", not " + kind
                    + "; name a folder that `reelsense " + kind + "` made");
        }
        if (found != schema) {
            throw new DataException(file + " has schema " + found + ", this version reads " + schema
                    + "; use the version that wrote it");
        }
    }

    private static JsonNode content(Path file) throws DataException {
        try {
            return RunFolder.JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new DataException("cannot read " + file + "; is " + file.getParent() + " a run folder?", e);
        }
    }

    private static DataException damaged(Path file, JsonProcessingException e) {
        return new DataException(file + " is damaged: " + e.getOriginalMessage() + "; run again", e);
    }
}
