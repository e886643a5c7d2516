package org.reelsense.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastFile;
import org.reelsense.forecast.ForecastRecord;

/**
 * The figures of a forecasting run, section by section; one that there is no data for is left out.
 *
 * @param firstSeries in its own units; empty to go without
 * @param forecasts of models, by their file in the record; those that are not there are not drawn
 */
record ForecastCharts(ForecastRecord record, double[] firstSeries, Map<String, ForecastFile> forecasts) {

    List<Figure> of(String section) {
        Stream<Optional<Figure>> figures =
                switch (section) {
                    case ForecastSections.SERIES -> Stream.of(SeriesChart.of(record, firstSeries));
                    case Section.TRAINING -> record.horizons().stream().map(horizon -> LossChart.of(record, horizon));
                    default ->
                        record.horizons().stream()
                                .filter(horizon -> HorizonSection.id(horizon).equals(section))
                                .flatMap(this::results);
                };
        return figures.flatMap(Optional::stream).toList();
    }

    private Stream<Optional<Figure>> results(int horizon) {
        return Stream.of(ErrorChart.of(record, horizon), new ForecastChart(record, horizon, looks()).of(forecasts));
    }

    private Looks looks() {
        return Looks.of(record.models().stream().map(ForecastRecord.Model::name));
    }
}
