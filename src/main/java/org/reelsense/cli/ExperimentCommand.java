package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Corpus;
import org.reelsense.experiment.Experiment;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Reports;
import org.reelsense.storage.DurableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reelsense experiment}: compares models, from the archive to the report. */
@Command(
        name = "experiment",
        description =
                "Trains each model with each seed, scores it once on test, compares them and writes a run folder.")
final class ExperimentCommand implements Callable<Integer> {

    private final Streams io;

    @Spec
    private CommandSpec commandSpec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--models",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "bilstm,bigru",
            description =
                    "Models: rnn, lstm, gru, or with bi before it for both directions (default: ${DEFAULT-VALUE}).")
    private List<String> models = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Each model is trained once for each seed (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ModelSizeOptions size = new ModelSizeOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Mixin
    private RunOutput output = new RunOutput();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = Option.NULL_VALUE,
            description = "The run folder (default: a new one in runs). A run that was cut off goes on in its folder.")
    private Optional<Path> out = Optional.empty();

    ExperimentCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ExperimentSpec spec = size.applied(settings.spec(
                models,
                seeds,
                threads,
                CommandText.of(commandSpec.commandLine().getParseResult().originalArgs())));
        RunFolder folder = new RunFolder(out.orElseGet(ExperimentCommand::newFolder));
        folder.requireUnfinished();
        DurableFile.requireWritable(folder.results());
        data.requireWritable();
        Corpus corpus = settings.limited(data.open(io.progress()));
        RunRecord record;
        try (RunWatch watch = new RunWatch(io, folder.path(), folder.log())) {
            record = Experiment.run(spec, corpus, data.folder(), folder, watch.progress());
            Reports.write(folder.path(), record, List.of());
        }
        output.print(record, io);
        io.err().println("run folder: " + folder.path());
        return ExitCode.OK;
    }

    private static Path newFolder() {
        return Path.of("runs", LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
    }
}
