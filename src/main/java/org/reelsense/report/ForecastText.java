package org.reelsense.report;

import java.util.List;
import java.util.Set;
import org.reelsense.forecast.ForecastRecord;

/** A table for each horizon, the lead and the signature for a terminal; no trailing blanks. */
final class ForecastText {

    private ForecastText() {}

    /** @param styled whether the best figures may be bold */
    static String render(ForecastRecord record, boolean styled) {
        ForecastContent content = ForecastContent.of(record);
        StringBuilder text = new StringBuilder();
        for (int horizon : record.horizons()) {
            List<RankedForecaster> ranked = RankedForecaster.ranked(record, horizon);
            text.append(Figures.capital(Steps.ahead(horizon)))
                    .append(":\n")
                    .append(new TextTable(ForecastTables.narrow(ranked), Set.of(0), styled).render())
                    .append('\n');
        }
        content.lead()
                .forEach(sentence -> text.append(TextReport.wrapped(sentence)).append('\n'));
        return text.append('\n').append(content.signature()).append('\n').toString();
    }
}
