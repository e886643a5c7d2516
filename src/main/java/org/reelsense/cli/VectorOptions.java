package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.embedding.WordVectors;
import org.reelsense.experiment.VectorSource;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --vectors} and {@code --vectors-format}: a file of word vectors to read. */
final class VectorOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee = CommandSpec.create();

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            defaultValue = Option.NULL_VALUE,
            description = "Word vectors from a file: word2vec text or binary, GloVe text, or a .safetensors model.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--vectors-format",
            paramLabel = "text|binary|glove",
            defaultValue = Option.NULL_VALUE,
            description = "Format of that file (default: as its first bytes say).")
    private Optional<String> format = Optional.empty();

    /**
     * The file, its beginning looked at; empty if none is given.
     *
     * @throws IllegalArgumentException if a format is given that is unknown, or without a file
     * @throws IOException if the file is missing or wrong at its beginning
     */
    Optional<VectorSource> source() throws IOException {
        Optional<VectorFormat> said = format.map(VectorFormat::ofId);
        if (file.isEmpty() && said.isPresent()) {
            throw new IllegalArgumentException("--vectors-format is "
                    + said.get().id() + " but no --vectors are given: give a file, or leave it out");
        }
        return file.isPresent() ? Optional.of(VectorSource.of(file.get(), said)) : Optional.empty();
    }

    /**
     * The file, for commands that cannot do without.
     *
     * @throws MissingParameterException if none is given
     */
    VectorSource required() throws IOException {
        return source().orElseThrow(() -> new MissingParameterException(
                mixee.commandLine(), mixee.findOption("--vectors"), "Missing required option: '--vectors=FILE'"));
    }

    /** All vectors of the file. */
    WordVectors read() throws IOException {
        return required().read(word -> true).vectors();
    }
}
