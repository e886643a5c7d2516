package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastRecord.Comparison;
import org.reelsense.report.Section.Sheet;

/** The results of one horizon: a table of the models, a sentence and a row for each pair. */
final class HorizonSection {

    static final String ID = "horizon-";
    /** Whoever compares more reads the table of pairs. */
    private static final int MOST_SENTENCES = 24;

    private static final String NOTE =
            "RMSE is on the scaled axis, less is better; direction is the share of changes from one window to the next whose"
                    + " sign was right. U and p compare the RMSE of the series with those of persistence; below"
                    + " half of all pairs a U speaks for the model.";

    private HorizonSection() {}

    static String id(int horizon) {
        return ID + horizon;
    }

    static Section of(ForecastRecord record, int horizon) {
        List<RankedForecaster> ranked = RankedForecaster.ranked(record, horizon);
        List<Comparison> comparisons = record.comparisons().stream()
                .filter(comparison -> comparison.horizon() == horizon)
                .toList();
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(Sheet.open("Results " + Steps.ahead(horizon), ForecastTables.results(ranked)));
        if (!comparisons.isEmpty()) {
            sheets.add(Sheet.folded("Pairs " + Steps.ahead(horizon), ForecastTables.pairs(comparisons)));
        }
        sheets.add(Sheet.folded(
                "RMSE by series " + Steps.ahead(horizon),
                ForecastTables.bySeries(ranked, record.series().count())));
        return new Section(
                id(horizon),
                Figures.capital(Steps.ahead(horizon)),
                comparisons.stream()
                        .limit(MOST_SENTENCES)
                        .map(comparison -> ForecastPair.sentence(record, comparison))
                        .toList(),
                sheets,
                NOTE);
    }
}
