package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.experiment.MergedRuns;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.MistakeFile;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.report.ForecastReports;
import org.reelsense.report.Reports;
import org.reelsense.storage.DurableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelsense report}: a run's report made again, or several runs in one report. */
@Command(
        name = "report",
        description =
                "Makes report.md and report.html of a run again, from its results.json. Of several runs over the same"
                        + " data, makes one comparison in a folder of its own.")
final class ReportCommand implements Callable<Integer> {

    private final Streams io;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Folders of finished runs, as experiment writes them; or one of a forecasting run.")
    private List<Path> runs = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = Option.NULL_VALUE,
            description =
                    "A new folder for the reports and the merged results.json (default: the run's own, if there is"
                            + " one run).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private RunOutput output = new RunOutput();

    ReportCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<RunFolder> folders = FinishedRuns.at(runs);
        RunFolder target = target(folders);
        if (FinishedRuns.isForecast(folders)) {
            reportForecast(new ForecastFolder(folders.get(0).path()), new ForecastFolder(target.path()));
        } else {
            report(folders, target);
        }
        io.err().println("report: " + target.path().resolve("report.html"));
        return ExitCode.OK;
    }

    private void report(List<RunFolder> folders, RunFolder target) throws IOException, InterruptedException {
        RunRecord record = MergedRuns.of(folders);
        Reports.write(target.path(), record, mistakes(folders));
        if (out.isPresent()) {
            target.write(record); // last: from here on the folder is one that is never written over
        }
        output.print(record, io);
    }

    private void reportForecast(ForecastFolder run, ForecastFolder target) throws IOException {
        ForecastRecord record = run.read();
        ForecastReports.write(target.path(), record, run.readFirstSeries(), run.firstForecasts(record));
        if (out.isPresent()) {
            target.write(record);
        }
        output.print(record, io);
    }

    /** Of one run; in a comparison of several they would be more than anybody reads. */
    private static List<Mistake> mistakes(List<RunFolder> folders) throws IOException {
        return folders.size() == 1 ? MistakeFile.read(folders.get(0)) : List.of();
    }

    /** Looked at before runs are merged, which may take its time. */
    private RunFolder target(List<RunFolder> folders) throws IOException {
        if (out.isEmpty() && folders.size() > 1) {
            throw new IllegalArgumentException("--out is missing: " + folders.size()
                    + " runs are compared in a folder of their own, so name a new one");
        }
        RunFolder target = out.map(RunFolder::new).orElseGet(() -> folders.get(0));
        DurableFile.requireWritable(target.results());
        if (out.isPresent()) {
            FinishedRuns.requireRoomForReport(target.path());
        }
        return target;
    }
}
