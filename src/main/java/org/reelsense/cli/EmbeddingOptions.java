package org.reelsense.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.reelsense.embedding.Architecture;
import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.embedding.Engine;
import org.reelsense.embedding.Execution;
import picocli.CommandLine.Option;

/** How word vectors are trained; what is left out is the preset's. */
final class EmbeddingOptions {

    @Option(
            names = "--engine",
            paramLabel = "reelsense|dl4j",
            defaultValue = "reelsense",
            description = "Whose trainer: our own, or DL4J's Word2Vec to compare with (default: ${DEFAULT-VALUE}).")
    private String engine = "";

    @Option(
            names = "--architecture",
            paramLabel = "skipgram|cbow",
            defaultValue = "skipgram",
            description = "What predicts what (default: ${DEFAULT-VALUE}). dl4j has skipgram only.")
    private String architecture = "";

    @Option(
            names = "--mode",
            paramLabel = "deterministic|fast",
            defaultValue = "deterministic",
            description = "deterministic (the default): the same vectors for any number of threads."
                    + " fast: threads do not wait for each other, and each training gives other vectors, of which the"
                    + " first are kept for the next time. dl4j has deterministic only.")
    private String mode = "";

    @Option(
            names = "--dimension",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Numbers a word, 1 to 1000 (default: the preset's).")
    private Optional<Integer> dimension = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Words looked at on either side, 1 to 100 (default: the preset's).")
    private Optional<Integer> window = Optional.empty();

    @Option(
            names = "--negatives",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Noise words for each true one, 1 to 100 (default: the preset's).")
    private Optional<Integer> negatives = Optional.empty();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Passes over the text, 1 to 100 (default: the preset's).")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides initial vectors and every other chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * What is asked for, the rest as in {@code preset}.
     *
     * @throws IllegalArgumentException if a name or number is not known or out of range
     */
    EmbeddingSpec over(EmbeddingSpec preset) {
        return new EmbeddingSpec(
                dimension.orElse(preset.dimension()),
                window.orElse(preset.window()),
                negatives.orElse(preset.negatives()),
                epochs.orElse(preset.epochs()),
                preset.subsampling(),
                seed,
                named("engine", engine, List.of(Engine.values()), Engine::id),
                named("architecture", architecture, List.of(Architecture.values()), EmbeddingOptions::id),
                named("mode", mode, List.of(Execution.values()), Execution::id));
    }

    /** One word on the command line. */
    private static String id(Architecture architecture) {
        return architecture.id().replace("-", "");
    }

    private static <T> T named(String option, String name, List<T> values, Function<T, String> id) {
        return values.stream()
                .filter(value -> id.apply(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--" + option + " is '" + name + "': choose from "
                        + String.join(", ", values.stream().map(id).toList())));
    }
}
