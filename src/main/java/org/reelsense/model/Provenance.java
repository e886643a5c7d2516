package org.reelsense.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from: no score without the data, the seed and the program that made it. Text is at most 1,000
 * characters without control characters, since it ends up on terminals.
 *
 * @param dataset its name, e.g. {@code imdb}
 * @param dataSha256 of the archive or folder
 * @param seed of the training run
 * @param commit of the program, or {@code unknown}
 * @param created time of the run, ISO 8601
 * @param machine operating system, processor, JDK and engine; sorted
 * @param threads workers used, 1 or more; they do not change the weights
 * @param scores by name, e.g. {@code testAccuracy}, each finite; sorted
 * @param run how it was made, e.g. {@code command}; sorted; empty in files of the first release
 */
public record Provenance(
        String dataset,
        String dataSha256,
        long seed,
        String commit,
        String created,
        Map<String, String> machine,
        int threads,
        Map<String, Double> scores,
        Map<String, String> run) {

    private static final int TEXT_CHARS = 1_000;

    /** @throws IllegalArgumentException if a value is outside what is said above */
    public Provenance {
        checkText("dataset", dataset);
        checkText("dataSha256", dataSha256);
        checkText("commit", commit);
        checkText("created", created);
        machine = sorted("machine", machine);
        machine.forEach((key, value) -> checkText("machine " + key, value));
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "threads: received %d, allowed 1 or more; give the number of workers".formatted(threads));
        }
        scores = sorted("scores", scores);
        scores.forEach(Provenance::checkScore);
        run = sorted("run", run);
        run.forEach((key, value) -> checkText("run " + key, value));
    }

    /** One that does not say how it was made. */
    public Provenance(
            String dataset,
            String dataSha256,
            long seed,
            String commit,
            String created,
            Map<String, String> machine,
            int threads,
            Map<String, Double> scores) {
        this(dataset, dataSha256, seed, commit, created, machine, threads, scores, Map.of());
    }

    /** The same with scores. */
    public Provenance withScores(Map<String, Double> found) {
        return new Provenance(dataset, dataSha256, seed, commit, created, machine, threads, found, run);
    }

    /** That of the same model rounded afterwards: its scores are yet to be found. */
    Provenance ofRounded(EmbeddingPrecision precision) {
        Map<String, String> rounded = new TreeMap<>(run);
        rounded.put("embeddings", precision.id());
        return new Provenance(dataset, dataSha256, seed, commit, created, machine, threads, Map.of(), rounded);
    }

    /** The text as it may stand here: each control character and each half of a surrogate pair a space, and cut. */
    public static String line(String text) {
        String cut = text.length() <= TEXT_CHARS ? text : text.substring(0, TEXT_CHARS - 3) + "...";
        return cut.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    }

    private static <V> Map<String, V> sorted(String field, Map<String, V> map) {
        map.forEach((key, value) -> {
            checkText(field, key);
            if (value == null) { // JSON's null gets past the type
                throw new IllegalArgumentException(field + " " + key + ": received null; leave the entry out");
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    private static void checkText(String field, String text) {
        if (text.length() > TEXT_CHARS || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "%s: received %s, allowed %d characters without control characters; shorten it"
                            .formatted(field, ModelFileException.quoted(text), TEXT_CHARS));
        }
    }

    private static void checkScore(String name, double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException(
                    "scores %s: received %s, allowed finite numbers; leave it out".formatted(name, score));
        }
    }
}
