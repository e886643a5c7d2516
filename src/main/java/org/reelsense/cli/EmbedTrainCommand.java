package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Corpus;
import org.reelsense.embedding.Engine;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.TrainedVectors;
import org.reelsense.experiment.Settings;
import org.reelsense.experiment.VectorRun;
import org.reelsense.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reelsense embed train}: word vectors of a corpus, into a file. */
@Command(
        name = "train",
        description = "Trains word vectors on training and unlabelled reviews, never on dev or test, writes them, and"
                + " measures how well neighbours keep to their sentiment. With --vectors it goes on from those; words"
                + " without one start from random numbers.")
final class EmbedTrainCommand implements Callable<Integer> {

    private final Streams io;

    @Spec
    private CommandSpec commandSpec = CommandSpec.create();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file of vectors to write.")
    private Path out = Path.of("");

    @Mixin
    private VectorOutput output = new VectorOutput();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private EmbeddingOptions embedding = new EmbeddingOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    EmbedTrainCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings chosen = chosen();
        int workers = threads.count();
        output.require(out);
        data.requireWritable();
        Progress progress = io.progress();
        Corpus corpus = settings.limited(data.open(progress));
        VectorRun run;
        try (OrderlyEnd end = new OrderlyEnd(progress, again())) {
            run = VectorRun.of(corpus, chosen, data.folder(), workers, end.progress());
            output.write(out, run.trained().vectors());
        }
        io.out().print(Aligned.fields(fields(run)));
        return ExitCode.OK;
    }

    /** Passes over the text that are done are in the data folder, and need no option to be found. */
    private String again() {
        return CommandText.of(commandSpec.commandLine().getParseResult().originalArgs());
    }

    /** All settings, checked before any data are opened. */
    private Settings chosen() throws IOException {
        Settings preset = settings.settings();
        Settings chosen = preset.with(embedding.over(preset.embedding()));
        if (chosen.given() != null && chosen.embedding().engine() == Engine.DL4J) {
            throw new IllegalArgumentException(
                    "--engine is dl4j and --vectors are given: it cannot start from any, so give one of the two");
        }
        return chosen;
    }

    private Map<String, String> fields(VectorRun run) {
        TrainedVectors trained = run.trained();
        NeighbourQuality quality = run.quality();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("file", out.toString());
        fields.put(
                "words",
                Tally.amount(
                        trained.vectors().vocabulary().size() - 1,
                        "of " + trained.vectors().dimension() + " dimensions"));
        fields.put(
                "trained",
                String.format(
                        Locale.ROOT,
                        "%s, %,.0f words/s (in this run or before it)",
                        Tally.time(trained.seconds()),
                        trained.wordsPerSecond()));
        fields.putAll(VectorQuality.fields(quality));
        return fields;
    }
}
