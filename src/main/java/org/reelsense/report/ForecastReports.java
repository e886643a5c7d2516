package org.reelsense.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.reelsense.forecast.ForecastFile;
import org.reelsense.forecast.ForecastRecord;

/** A forecasting run as people read it: words for the terminal, {@code report.md} and {@code report.html}. */
public final class ForecastReports {

    private ForecastReports() {}

    /**
     * What a terminal shows: a table for each horizon, what the best network beats, and a line that says what the figures
     * depend on. 100 columns wide if names are not long; lines end in {@code \n}; no control characters whatever the
     * record holds.
     */
    public static String text(ForecastRecord record) {
        return ForecastText.render(record, false);
    }

    /** The same with the best figures in bold, by ANSI escapes: for a terminal only. */
    public static String styledText(ForecastRecord record) {
        return ForecastText.render(record, true);
    }

    /**
     * Writes {@code report.md} and {@code report.html} into a run folder, each whole or not at all. The same arguments
     * give the same bytes.
     *
     * <p>The page draws values of the first series, which may not be ours to publish; {@code report.md} has none.
     *
     * @param firstSeries in its own units; empty to go without
     * @param forecasts by their file in the record, as {@link org.reelsense.forecast.ForecastFolder#firstForecasts} reads
     *     them; empty to go without
     * @throws org.reelsense.storage.DataException if the folder cannot be made or written to
     * @throws IOException if a file cannot be written
     */
    public static void write(
            Path runFolder, ForecastRecord record, double[] firstSeries, Map<String, ForecastFile> forecasts)
            throws IOException {
        ForecastContent content = ForecastContent.of(record);
        ForecastCharts charts = new ForecastCharts(record, firstSeries, forecasts);
        Reports.write(runFolder.resolve("report.md"), ForecastMarkdown.render(content));
        Reports.write(runFolder.resolve("report.html"), ForecastHtml.render(content, charts));
    }
}
