package org.reelsense.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.experiment.RunFolder;
import org.reelsense.forecast.ForecastExperiment;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.forecast.ForecastSpec;
import org.reelsense.forecast.Outlook;
import org.reelsense.forecast.SeriesSet;
import org.reelsense.forecast.SeriesSource;
import org.reelsense.model.ForecastModel;
import org.reelsense.report.ForecastReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reelsense forecast}: LSTM against GRU on series of numbers, beside baselines. */
@Command(
        name = "forecast",
        description =
                "Trains networks to forecast series, compares them with baselines and writes a run folder. With --model"
                        + " prints how series go on.")
final class ForecastCommand implements Callable<Integer> {

    private static final String HEADER = "series,step,forecast";

    private final Streams io;

    @Spec
    private CommandSpec commandSpec = CommandSpec.create();

    @Option(
            names = "--series",
            paramLabel = "NAME|FILE",
            defaultValue = "weekly",
            description = "weekly (made on the spot), bankex or activities (downloaded), or a CSV file, a series a row"
                    + " (default: ${DEFAULT-VALUE}).")
    private String series = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps what is downloaded (default: the data folder of all commands).")
    private Path data = DataFolder.standard();

    @Mixin
    private ForecastOptions options = new ForecastOptions();

    @Mixin
    private RunOutput output = new RunOutput();

    @Mixin
    private RunFolderOptions out = new RunFolderOptions();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = Option.NULL_VALUE,
            description =
                    "A .safetensors file of a forecasting run: trains nothing and prints the values that follow each"
                            + " series, as CSV.")
    private Optional<Path> model = Optional.empty();

    ForecastCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (model.isPresent()) {
            ForecastOptions.requireNone(commandSpec.commandLine().getParseResult());
            printOutlook(ForecastModel.read(model.get()), series());
        } else {
            compare();
        }
        return ExitCode.OK;
    }

    private SeriesSet series() throws IOException {
        return SeriesSource.named(series).load(data, io.progress());
    }

    private void compare() throws IOException, InterruptedException {
        ForecastSpec asked = options.spec(out.command());
        RunFolder files = out.folder();
        ForecastFolder folder = new ForecastFolder(files.path());
        SeriesSet set = series();
        ForecastSpec spec = options.fitted(asked, set);
        ForecastExperiment.requireFits(spec, set); // before the log is made
        ForecastRecord record;
        try (RunWatch watch = new RunWatch(io, files.log(), out.again(files))) {
            record = ForecastExperiment.run(spec, set, folder, watch.progress());
        }
        show(record, folder);
    }

    /** The table comes first, because the reports may fail; these come also if the table's reader has gone. */
    private void show(ForecastRecord record, ForecastFolder folder) throws IOException {
        try {
            output.print(record, io);
            io.err().println("run folder: " + folder.path());
        } finally {
            ForecastReports.write(folder.path(), record, folder.readFirstSeries(), folder.firstForecasts(record));
        }
    }

    private void printOutlook(ForecastModel forecaster, SeriesSet set) throws IOException {
        double[][] ahead = Outlook.of(forecaster, set);
        PrintStream print = io.out();
        print.println(HEADER);
        for (int row = 0; row < ahead.length; row++) {
            for (int step = 0; step < ahead[row].length; step++) {
                print.println((row + 1) + "," + (step + 1) + "," + ahead[row][step]);
            }
        }
    }
}
