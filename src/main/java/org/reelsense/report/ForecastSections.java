package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Model;
import org.reelsense.forecast.ForecastRecord.Summary;
import org.reelsense.report.Section.Sheet;

/** What stands below the results of a forecasting run. */
final class ForecastSections {

    static final String SERIES = "series";

    private ForecastSections() {}

    static Section series(ForecastRecord record) {
        ForecastRecord.Series series = record.series();
        return new Section(
                SERIES,
                "The series",
                List.of(
                        Plain.of(series.name()) + " has " + Figures.count(series.count()) + " series of "
                                + Figures.count(series.length(), "value") + "; the last "
                                + Figures.count(record.testLength()) + " of each are forecast.",
                        "Models learn from the first series alone."),
                List.of(),
                "");
    }

    /** Empty if there is no network. */
    static Optional<Section> training(ForecastRecord record) {
        List<Model> networks = networks(record);
        return networks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        Section.TRAINING,
                        "How the networks learned",
                        record.summaries().stream()
                                .filter(Summary::isNetwork)
                                .map(ForecastSections::time)
                                .toList(),
                        List.of(Sheet.folded("Trainings", ForecastTables.trainings(networks))),
                        ""));
    }

    private static String time(Summary network) {
        Double seconds = network.secondsPerEpoch();
        String epochs = seconds == null ? "" : ", " + Figures.amount(seconds) + " s an epoch";
        return Plain.of(network.name()) + ", " + Steps.ahead(network.horizon()) + ", took "
                + Figures.amount(network.trainSeconds()) + " s to train" + epochs
                + (network.seeds().size() > 1 ? ", on average over its seeds." : ".");
    }

    static Section models(ForecastRecord record) {
        List<String> sentences = new ArrayList<>();
        record.summaries().stream()
                .filter(summary -> summary.seeds().size() > 1)
                .map(ForecastSections::seeds)
                .forEach(sentences::add);
        return new Section(
                Section.SEEDS,
                "Every model and seed",
                sentences,
                List.of(Sheet.open("Scores on test", ForecastTables.models(record.models()))),
                "");
    }

    private static String seeds(Summary model) {
        return Plain.of(model.name()) + ", " + Steps.ahead(model.horizon()) + ", has an RMSE from "
                + ForecastTables.rmse(model.rmse().least()) + " to "
                + ForecastTables.rmse(model.rmse().most()) + " over "
                + Figures.count(model.seeds().size(), "seed")
                + ".";
    }

    static List<Model> networks(ForecastRecord record) {
        return record.models().stream()
                .filter(model -> model.kind().equals(Model.NETWORK))
                .toList();
    }
}
