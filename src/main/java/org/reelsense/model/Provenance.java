package org.reelsense.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from: no score without the data, the seed and the program that made it.
 *
 * @param dataset its name, e.g. {@code imdb}
 * @param dataSha256 of the archive or folder
 * @param seed of the training run
 * @param commit of the program, or {@code unknown}
 * @param created time of the run, ISO 8601
 * @param machine operating system, processor, JDK and engine
 * @param threads workers used; they do not change the weights
 * @param scores by name, e.g. {@code testAccuracy}; sorted
 */
public record Provenance(
        String dataset,
        String dataSha256,
        long seed,
        String commit,
        String created,
        Map<String, String> machine,
        int threads,
        Map<String, Double> scores) {

    public Provenance {
        machine = new TreeMap<>(machine);
        scores = new TreeMap<>(scores);
    }

    @Override
    public Map<String, String> machine() {
        return java.util.Collections.unmodifiableMap(machine);
    }

    @Override
    public Map<String, Double> scores() {
        return java.util.Collections.unmodifiableMap(scores);
    }
}
