package org.reelsense.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reelsense.experiment.RunFolder;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --out} of commands that make a run folder, which goes on where it was cut off. */
final class RunFolderOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = Option.NULL_VALUE,
            description = "The run folder (default: a new one in runs). A run that was cut off goes on in its folder.")
    private Optional<Path> out = Optional.empty();

    /**
     * The folder asked for, or else a new one named after the time. Nothing is made yet.
     *
     * @throws IllegalArgumentException if it holds a finished run
     * @throws DataException if it cannot be written to
     */
    RunFolder folder() throws DataException {
        RunFolder folder = new RunFolder(out.orElseGet(RunFolderOptions::newFolder));
        folder.requireUnfinished();
        DurableFile.requireWritable(folder.results());
        return folder;
    }

    private static Path newFolder() {
        return Path.of("runs", LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
    }

    /** The command as it was given. */
    String command() {
        return CommandText.of(given());
    }

    /** The command that goes on with a run that was cut off. */
    String again(RunFolder folder) {
        Stream<String> named = out.isPresent()
                ? Stream.empty()
                : Stream.of("--out", folder.path().toString());
        return CommandText.of(Stream.concat(given().stream(), named).toList());
    }

    private List<String> given() {
        return command.commandLine().getParseResult().originalArgs();
    }
}
