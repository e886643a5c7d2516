package org.reelsense.cli;

import java.util.Optional;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.Settings;
import org.reelsense.model.EmbeddingPrecision;
import picocli.CommandLine.Option;

/** {@code --embeddings}, {@code --words} and {@code --pieces}: what the networks and their files are like. */
final class NetworkOptions {

    @Option(
            names = "--embeddings",
            paramLabel = "float|8bit",
            defaultValue = "float",
            description = "How the model file keeps the word vectors: 8bit makes it a quarter as large.")
    private String embeddings = "";

    @Option(
            names = "--words",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description =
                    "Give only the N most frequent words a vector, the unknown one included (default: the preset's).")
    private Optional<Integer> words = Optional.empty();

    @Option(
            names = "--pieces",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Cut reviews into pieces of at most N tokens, each read from a zero state (default: the"
                    + " preset's, 64). With N above the longest review the state runs through to its end.")
    private Optional<Integer> pieces = Optional.empty();

    /**
     * What to train, with these options.
     *
     * @throws IllegalArgumentException if one is not known or out of range
     */
    ExperimentSpec applied(ExperimentSpec spec) {
        Settings settings = spec.settings();
        Settings worded = words.map(settings::withMostWords).orElse(settings);
        ExperimentSpec sized =
                spec.withSettings(pieces.map(worded::withPieceLength).orElse(worded));
        return sized.withPrecision(EmbeddingPrecision.ofId(embeddings));
    }
}
