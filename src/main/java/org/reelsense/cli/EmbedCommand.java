package org.reelsense.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reelsense embed}: word vectors on their own. */
@Command(name = "embed", description = "Trains word vectors, looks into them, and exchanges them with other programs.")
final class EmbedCommand implements Callable<Integer> {

    private final Streams io;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private EmbedCommand(Streams io) {
        this.io = io;
    }

    /** With its commands. */
    static CommandLine commandLine(Streams io) {
        return new CommandLine(new EmbedCommand(io))
                .addSubcommand(new EmbedTrainCommand(io))
                .addSubcommand(new EmbedNearestCommand(io))
                .addSubcommand(new EmbedAnalogyCommand(io))
                .addSubcommand(new EmbedSimilarityCommand(io))
                .addSubcommand(new EmbedExportCommand(io))
                .addSubcommand(new EmbedImportCommand(io))
                .addSubcommand(new EmbedPlotCommand(io));
    }

    /** No subcommand was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(io.err());
        return ExitCode.USAGE;
    }
}
