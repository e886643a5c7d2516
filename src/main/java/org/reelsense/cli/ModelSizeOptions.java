package org.reelsense.cli;

import java.util.Optional;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.model.EmbeddingPrecision;
import picocli.CommandLine.Option;

/** {@code --embeddings} and {@code --words}: how large the model files become. */
final class ModelSizeOptions {

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

    /**
     * What to train, with these options.
     *
     * @throws IllegalArgumentException if one is not known or out of range
     */
    ExperimentSpec applied(ExperimentSpec spec) {
        ExperimentSpec sized = words.map(
                        most -> spec.withSettings(spec.settings().withMostWords(most)))
                .orElse(spec);
        return sized.withPrecision(EmbeddingPrecision.ofId(embeddings));
    }
}
