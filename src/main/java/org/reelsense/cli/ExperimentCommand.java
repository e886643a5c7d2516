package org.reelsense.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Corpus;
import org.reelsense.experiment.Experiment;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.MistakeFile;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.RunFolder;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
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
            defaultValue = "bilstm,bigru,nbsvm,wordcount,majority",
            description = "Networks: rnn, lstm, gru, or with bi before it for both directions. Yardsticks: nbsvm,"
                    + " wordcount, majority (default: ${DEFAULT-VALUE}).")
    private List<String> models = List.of();

    @Mixin
    private SeedOptions seeds = new SeedOptions();

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            description =
                    "Train each model but majority also on so many of the training reviews, e.g. 1000,5000, to see"
                            + " what more of them bring.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--ngrams",
            paramLabel = "1|2|3",
            defaultValue = "" + ExperimentSpec.NGRAMS,
            description = "Words of NB-SVM's longest n-gram (default: ${DEFAULT-VALUE}).")
    private int ngrams;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Mixin
    private RunOutput output = new RunOutput();

    @Mixin
    private RunFolderOptions out = new RunFolderOptions();

    ExperimentCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ExperimentSpec spec = spec();
        RunFolder folder = out.folder();
        data.requireWritable();
        Corpus corpus = settings.limited(data.open(io.progress()));
        spec.requireSizesWithin(corpus.train()); // before the log is made
        RunRecord record;
        try (RunWatch watch = new RunWatch(io, folder.log(), out.again(folder))) {
            record = Experiment.run(spec, corpus, data.folder(), folder, watch.progress());
        }
        show(record, folder);
        return ExitCode.OK;
    }

    private ExperimentSpec spec() throws IOException {
        List<ModelKind> kinds = models.stream().map(ModelKind::named).toList();
        ParseResult given = commandSpec.commandLine().getParseResult();
        OptionUse.require(given, kinds);
        return network.applied(settings.spec(kinds, seeds.seeds(), threads, out.command()))
                .withNgrams(ngrams)
                .withSizes(sizes);
    }

    /** The table comes first, because the reports may fail; these come also if the table's reader has gone. */
    private void show(RunRecord record, RunFolder folder) throws IOException {
        try {
            output.print(record, io);
            io.err().println("run folder: " + folder.path());
        } finally {
            Reports.write(folder.path(), record, MistakeFile.read(folder));
        }
    }
}
