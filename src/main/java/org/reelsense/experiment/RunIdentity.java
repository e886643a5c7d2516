package org.reelsense.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelsense.dataset.Corpus;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;
import org.reelsense.text.Tokenizer;

/**
 * What must be the same when a run goes on that was cut off, or its record would be a mixture: all but which models,
 * seeds and sizes are asked for.
 *
 * @param settings all of them, as words
 * @param embeddings their precision
 * @param ngrams tokens of NB-SVM's longest n-gram
 * @param vectors SHA-256 of those given; absent if they are trained
 * @param started when the run began first, ISO 8601; may differ
 */
record RunIdentity(
        RunRecord.Dataset dataset,
        RunRecord.Machine machine,
        String commit,
        String settings,
        String embeddings,
        int ngrams,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String vectors,

        String started) {

    RunIdentity {
        Objects.requireNonNull(dataset, "dataset is missing");
        Objects.requireNonNull(machine, "machine is missing");
        Objects.requireNonNull(commit, "commit is missing");
        Objects.requireNonNull(settings, "settings are missing");
        Objects.requireNonNull(embeddings, "embeddings are missing");
        Objects.requireNonNull(started, "started is missing");
    }

    static RunIdentity of(ExperimentSpec spec, Corpus corpus) throws IOException {
        VectorSource given = spec.settings().given();
        return new RunIdentity(
                dataset(corpus),
                Host.machine(spec.threads()),
                Host.commit(),
                spec.settings().toString(),
                spec.precision().id(),
                spec.ngrams(),
                given == null ? null : Checksum.sha256(given.file()),
                ModelTraining.now());
    }

    private static RunRecord.Dataset dataset(Corpus corpus) {
        return new RunRecord.Dataset(
                corpus.name(),
                corpus.sha256(),
                corpus.train().size(),
                corpus.dev().size(),
                corpus.test().size(),
                corpus.unlabelled().size(),
                Tokenizer.ID);
    }

    /** Writes it down, to be compared with when the run is started again. */
    void write(Path file) throws IOException {
        DurableFile.write(file, out -> out.write(RunFolder.JSON.writeValueAsBytes(this)));
    }

    /**
     * Reads what was written down.
     *
     * @throws DataException if it is damaged
     */
    static RunIdentity read(Path file) throws IOException {
        try {
            @Nullable RunIdentity read = RunFolder.JSON.readValue(Files.readAllBytes(file), RunIdentity.class);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw damaged(file, e.getOriginalMessage(), e);
        }
        throw damaged(file, "it is empty", null);
    }

    private static DataException damaged(Path file, String reason, @Nullable Throwable cause) {
        return new DataException(
                file + " is damaged: " + reason + "; delete its folder to start from the beginning", cause);
    }

    /** What differs from another, in words; empty if nothing does. */
    String differencesFrom(RunIdentity other) {
        Map<String, Object> mine = fields();
        return other.fields().entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue(), mine.get(field.getKey())))
                .map(field -> field.getKey() + " was " + field.getValue() + " and is now " + mine.get(field.getKey()))
                .collect(Collectors.joining("; "));
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("the data", dataset);
        fields.put("the settings' checksum", new Fingerprint(settings));
        fields.put("--embeddings", embeddings);
        fields.put("--ngrams", ngrams);
        fields.put("--vectors", vectors);
        fields.put("the program's commit", commit);
        fields.put("--threads", machine.threads());
        fields.put("the processor", machine.cpu() + ", " + machine.cores() + " cores");
        fields.put("Java", machine.jdk());
        return fields;
    }

    /** Compared as a whole, shown as a few digits. */
    private record Fingerprint(String text) {
        @Override
        public String toString() {
            return Integer.toHexString(text.hashCode());
        }
    }
}
