package org.reelsense.forecast;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.reelsense.experiment.ResultsFile;

/**
 * What an unfinished run keeps of itself.
 *
 * @param kind that of its record, and the command that goes on with it
 * @param started when it began first, ISO 8601
 * @param identity all that must be the same when it goes on, or its record would be a mixture; by the names that a message
 *     calls them
 */
record KeptRun(int schema, String kind, String started, Map<String, String> identity) {

    private static final int SCHEMA = 1;

    KeptRun {
        Objects.requireNonNull(started, "started is missing");
        identity = Map.copyOf(Objects.requireNonNull(identity, "identity is missing"));
    }

    /** Of one that begins. */
    static KeptRun begun(String now, Map<String, String> identity) {
        return new KeptRun(SCHEMA, ForecastRecord.KIND, now, identity);
    }

    /** Where it is written down. */
    static ResultsFile<KeptRun> at(Path file) {
        return new ResultsFile<>(file, KeptRun.class, ForecastRecord.KIND, SCHEMA);
    }

    /** What is now otherwise than it was, in words; empty if nothing is. */
    String differencesFrom(Map<String, String> now) {
        TreeSet<String> fields = new TreeSet<>(identity.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(identity.get(field), now.get(field)))
                .map(field -> field + " was " + identity.get(field) + " and is now " + now.get(field))
                .collect(Collectors.joining("; "));
    }
}
