package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.reelsense.dataset.Corpus;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.ModelTraining;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DurableFile;
import org.reelsense.training.CheckpointLock;
import org.reelsense.training.Checkpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reelsense train}: one model, one file; test is not touched. */
@Command(name = "train", description = "Trains one model and writes its file; chooses on dev and never looks at test.")
final class TrainCommand implements Callable<Integer> {

    private final Streams io;

    @Spec
    private CommandSpec commandSpec = CommandSpec.create();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME",
            description = "rnn, lstm or gru, or with bi before it for both directions.")
    private String model = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL",
            description = "The .safetensors file to write; one that is there is replaced when the training is done.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides initial weights, order and dropout (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--resume",
            description = "Go on from the checkpoint that a training into the same file left, if it left one.")
    private boolean resume;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    TrainCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ExperimentSpec spec = network.applied(settings.spec(
                List.of(ModelKind.Network.named(model)),
                List.of(seed),
                threads,
                CommandText.of(commandSpec.commandLine().getParseResult().originalArgs())));
        DurableFile.requireWritable(out);
        data.requireWritable();
        Checkpoints checkpoints = new Checkpoints(out.resolveSibling(out.getFileName() + ".checkpoint"));
        if (checkpoints.exist() && !resume) {
            throw new IllegalArgumentException("out: an earlier training left " + checkpoints.newest()
                    + "; add --resume to go on from it, or delete it");
        }
        Progress progress = io.progress();
        if (Files.exists(out)) {
            progress.say(out + " is there: it is kept until the training is done, and then replaced");
        }
        Corpus corpus = settings.limited(data.open(progress));
        ModelTraining.Outcome trained = train(spec, corpus, checkpoints, progress);
        if (trained.diverged().isPresent()) {
            progress.say(out + " holds the best of the epochs before that; " + checkpoints.newest()
                    + " stays: delete it to train with other settings");
            throw trained.diverged().get();
        }
        io.out()
                .printf(
                        Locale.ROOT,
                        "%s\tdev accuracy %.2f %%%n",
                        out,
                        100 * trained.model().provenance().scores().get("devAccuracy"));
        return ExitCode.OK;
    }

    /** The model is written, and of one that is as it was to be the checkpoints are gone. */
    private ModelTraining.Outcome train(ExperimentSpec spec, Corpus corpus, Checkpoints checkpoints, Progress progress)
            throws IOException, InterruptedException {
        try (CheckpointLock lock = CheckpointLock.take(checkpoints)) {
            ModelTraining.Outcome trained =
                    train(spec, corpus, lock.checkpoints().newest(), progress);
            if (trained.diverged().isEmpty()) {
                checkpoints.delete();
            }
            return trained;
        }
    }

    private ModelTraining.Outcome train(ExperimentSpec spec, Corpus corpus, Path checkpoint, Progress progress)
            throws IOException, InterruptedException {
        try (OrderlyEnd end = new OrderlyEnd(progress, again())) {
            ModelTraining.Outcome trained = ModelTraining.run(spec, corpus, data.folder(), checkpoint, end.progress());
            trained.model().write(out);
            return trained;
        }
    }

    /** The command that goes on with a training that was cut off. */
    private String again() {
        List<String> given = commandSpec.commandLine().getParseResult().originalArgs();
        Stream<String> added = resume ? Stream.empty() : Stream.of("--resume");
        return CommandText.of(Stream.concat(given.stream(), added).toList());
    }
}
