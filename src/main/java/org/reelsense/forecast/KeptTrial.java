package org.reelsense.forecast;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.reelsense.forecast.ForecastRecord.Model;

/**
 * What an unfinished run keeps of a finished trial.
 *
 * @param kind {@value #KIND}
 * @param started when the run began first, ISO 8601
 * @param run all that must be the same when it goes on, by the names that a message calls them
 * @param checksums SHA-256 of the trial's files, by their names from the run folder
 */
record KeptTrial(
        int schema, String kind, String started, Map<String, String> run, Model model, Map<String, String> checksums) {

    static final int SCHEMA = 1;
    static final String KIND = "forecast-trial";

    KeptTrial {
        Objects.requireNonNull(started, "started is missing");
        Objects.requireNonNull(model, "model is missing");
        run = Map.copyOf(Objects.requireNonNull(run, "run is missing"));
        checksums = Map.copyOf(Objects.requireNonNull(checksums, "checksums are missing"));
    }

    /** What is now otherwise than it was, in words; empty if nothing is. */
    String differencesFrom(Map<String, String> now) {
        return run.keySet().stream()
                .sorted()
                .filter(field -> !Objects.equals(run.get(field), now.get(field)))
                .map(field -> field + " was " + run.get(field) + " and is now " + now.get(field))
                .collect(Collectors.joining("; "));
    }
}
