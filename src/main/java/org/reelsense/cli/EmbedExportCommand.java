package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.reelsense.embedding.WordVectors;
import org.reelsense.experiment.VectorSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelsense embed export}: vectors for other programs. */
@Command(
        name = "export",
        description = "Writes a model's embedding, or vectors of another format, in a format that gensim, fastText and"
                + " others read. A model's embedding is written as its network has learnt it.")
final class EmbedExportCommand implements Callable<Integer> {

    private final Streams io;

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file of vectors to write.")
    private Path out = Path.of("");

    @Mixin
    private VectorOutput output = new VectorOutput();

    EmbedExportCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        output.require(out);
        VectorSource source = vectors.required();
        WordVectors read = source.read(word -> true).vectors();
        output.write(out, read);
        io.out()
                .printf(
                        Locale.ROOT,
                        "%s\t%s\t%d words\t%d dimensions%n",
                        out,
                        output.format(),
                        read.vocabulary().size() - 1,
                        read.dimension());
        return ExitCode.OK;
    }
}
