package org.reelsense.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Comparison;
import org.reelsense.forecast.ForecastRecord.Summary;
import org.reelsense.forecast.Persistence;

/**
 * One model at one horizon, with what it is compared with.
 *
 * @param record it is of
 */
record RankedForecaster(ForecastRecord record, Summary figures) {

    /** The baseline that every other model is measured against. */
    static final String PERSISTENCE = Persistence.ID;

    /** Those of a horizon, the least RMSE first. */
    static List<RankedForecaster> ranked(ForecastRecord record, int horizon) {
        return record.summaries().stream()
                .filter(summary -> summary.horizon() == horizon)
                .map(summary -> new RankedForecaster(record, summary))
                .sorted(Comparator.comparingDouble(RankedForecaster::rmse))
                .toList();
    }

    String shown() {
        return Plain.of(figures.name());
    }

    boolean isNetwork() {
        return figures.isNetwork();
    }

    boolean isPersistence() {
        return figures.name().equals(PERSISTENCE);
    }

    double rmse() {
        return figures.rmse().mean();
    }

    /** With this model as the first; empty if the two were not compared that way round. */
    Optional<Comparison> against(String other) {
        return record.comparisons().stream()
                .filter(comparison -> comparison.horizon() == figures.horizon()
                        && comparison.a().equals(figures.name())
                        && comparison.b().equals(other))
                .findFirst();
    }
}
