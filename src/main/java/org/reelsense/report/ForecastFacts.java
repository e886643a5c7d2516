package org.reelsense.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelsense.forecast.ForecastRecord;

/** What ran in a forecasting run, where and on what. */
final class ForecastFacts {

    private ForecastFacts() {}

    /** By name, in order. */
    static Map<String, String> of(ForecastRecord record) {
        ForecastRecord.Series series = record.series();
        ForecastRecord.Settings settings = record.settings();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Series", Plain.of(series.name()));
        facts.put(
                "Values",
                Figures.count(series.count()) + " series of " + Figures.count(series.length()) + ", the last "
                        + Figures.count(record.testLength()) + " of each to test on");
        facts.put("SHA-256 of the data", Plain.of(series.sha256()));
        facts.put("Scaling", Plain.of(record.scaling()));
        facts.put(
                "Windows",
                Figures.count(record.window(), "value") + " to forecast from, "
                        + record.horizons().stream().map(Figures::count).collect(Collectors.joining(" or "))
                        + " forecast");
        facts.put(
                "Networks",
                "one layer of " + Figures.count(settings.hidden(), "unit") + ", "
                        + Figures.count(settings.epochs(), "epoch") + ", batches of "
                        + Figures.count(settings.batch()) + ", learning rate " + settings.learningRate()
                        + ", normalisation " + Plain.of(settings.normalisation()));
        facts.putAll(Facts.run(record.machine(), record.commit(), record.started(), record.command()));
        return Collections.unmodifiableMap(facts);
    }
}
