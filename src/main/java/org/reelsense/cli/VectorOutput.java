package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
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
            defaultValue = "text",
            description = "Format to write: word2vec text or binary, or GloVe text (default: ${DEFAULT-VALUE}). The"
                    + " unknown word is written as <unk>, first, if it has a vector.")
    private String format = "";

    /**
     * To be asked before anything long is begun.
     *
     * @throws IllegalArgumentException if the format is unknown
     * @throws DataException if the file cannot be written
     */
    void require(Path out) throws DataException {
        VectorFormat.ofId(format);
        DurableFile.requireWritable(out);
    }

    void write(Path out, WordVectors vectors) throws IOException {
        VectorFile.write(out, VectorFormat.ofId(format), vectors);
    }

    String format() {
        return format;
    }
}
