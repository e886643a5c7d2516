package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastRecord;

/**
 * What every report of a forecasting run says, in words and figures, before any format.
 *
 * @param lead who beats what, and whether significantly
 * @param sections the results of each horizon, and what there is to see beside them
 * @param facts what ran, by name, in order
 * @param method how it was measured and what is odd about that, a sentence or two each
 * @param signature what the scores depend on, in one line
 */
record ForecastContent(
        String title,
        List<String> lead,
        List<Section> sections,
        Map<String, String> facts,
        List<String> method,
        String signature) {

    private static final int SHORT_HASH = 12;
    private static final int MOST_NAMES = 6;

    static ForecastContent of(ForecastRecord record) {
        List<Section> sections = new ArrayList<>();
        record.horizons().forEach(horizon -> sections.add(HorizonSection.of(record, horizon)));
        sections.add(ForecastSections.series(record));
        ForecastSections.training(record).ifPresent(sections::add);
        sections.add(ForecastSections.models(record));
        return new ForecastContent(
                "Reelsense: " + names(record) + " forecast "
                        + Plain.of(record.series().name()),
                ForecastLead.of(record),
                List.copyOf(sections),
                ForecastFacts.of(record),
                ForecastMethod.of(record),
                signature(record));
    }

    private static String names(ForecastRecord record) {
        List<String> names = record.models().stream()
                .map(model -> Plain.of(model.name()))
                .distinct()
                .toList();
        return names.size() > MOST_NAMES ? names.size() + " models" : String.join(", ", names);
    }

    private static String signature(ForecastRecord record) {
        ForecastRecord.Settings settings = record.settings();
        String sha256 = Plain.of(record.series().sha256());
        String seeds = record.models().stream()
                .flatMap(model -> Stream.ofNullable(model.seed()))
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                "data:" + Plain.of(record.series().name()) + "#"
                        + sha256.substring(0, Math.min(SHORT_HASH, sha256.length())),
                "scaling:" + Plain.of(record.scaling()),
                "norm:" + Plain.of(settings.normalisation()),
                "hidden:" + settings.hidden(),
                "epochs:" + settings.epochs(),
                "batch:" + settings.batch(),
                "rate:" + settings.learningRate(),
                "season:" + record.season(),
                "window:" + record.window(),
                "test:" + record.testLength(),
                "seeds:" + (seeds.isEmpty() ? Figures.ABSENT : seeds),
                "commit:" + Plain.of(record.commit()));
    }
}
