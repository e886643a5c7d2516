package org.reelsense.forecast;

import java.util.Map;
import java.util.Objects;
import org.reelsense.forecast.ForecastRecord.Model;

/**
 * What an unfinished run keeps of a finished trial.
 *
 * @param kind {@value #KIND}
 * @param checksums SHA-256 of the trial's files, by their names from the run folder
 */
record KeptTrial(int schema, String kind, Model model, Map<String, String> checksums) {

    static final int SCHEMA = 1;
    static final String KIND = "forecast-trial";

    KeptTrial {
        Objects.requireNonNull(model, "model is missing");
        checksums = Map.copyOf(Objects.requireNonNull(checksums, "checksums are missing"));
    }

    /** Whether it is what came of the trial of that name, and not a file that somebody copied. */
    boolean isOf(String trial) {
        return ForecastFolder.trial(model.name(), model.horizon(), model.seed()).equals(trial);
    }
}
