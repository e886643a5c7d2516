package org.reelsense.cli;

import org.reelsense.experiment.RunRecord;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.report.ForecastReports;
import org.reelsense.report.Reports;
import picocli.CommandLine.Option;

/** How a run goes to standard output: as a table for people, or as its record for programs. */
final class RunOutput {

    @Option(names = "--json", description = "Print the record of the run, as in results.json, instead of the table.")
    private boolean json;

    void print(RunRecord record, Streams io) {
        io.out().print(json ? Json.document(record) : text(record, io.terminals()));
        io.out().flush(); // what is said on standard error next stands below
    }

    void print(ForecastRecord record, Streams io) {
        io.out().print(json ? Json.document(record) : text(record, io.terminals()));
        io.out().flush();
    }

    private static String text(ForecastRecord record, Terminals terminals) {
        return terminals.styled() ? ForecastReports.styledText(record) : ForecastReports.text(record);
    }

    private static String text(RunRecord record, Terminals terminals) {
        return terminals.styled() ? Reports.styledText(record) : Reports.text(record);
    }
}
