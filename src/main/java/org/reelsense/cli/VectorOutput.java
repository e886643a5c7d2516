package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.reelsense.embedding.VectorFile;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.embedding.WordVectors;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;
import picocli.CommandLine.Option;

/** {@code --format}: how word vectors are written. */
final class VectorOutput {

    @Option(
            names = "--format",
            paramLabel = "text|binary|glove",
            defaultValue = Option.NULL_VALUE,
            description = "Format to write: word2vec text or binary, or GloVe text (default: text). The"
                    + " unknown word is written as <unk>, first, if it has a vector.")
    private Optional<String> format = Optional.empty();

    /**
     * To be asked before anything long is begun.
     *
     * @throws IllegalArgumentException if the format is unknown
     * @throws DataException if the file cannot be written
     */
    void require(Path out) throws DataException {
        chosen();
        DurableFile.requireWritable(out);
    }

    void write(Path out, WordVectors vectors) throws IOException {
        VectorFile.write(out, chosen(), vectors);
    }

    /** The format's name. */
    String format() {
        return chosen().id();
    }

    /** Whether a format was named, and not just left to the default. */
    boolean isNamed() {
        return format.isPresent();
    }

    private VectorFormat chosen() {
        return format.map(VectorFormat::ofId).orElse(VectorFormat.TEXT);
    }
}
