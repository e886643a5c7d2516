package org.reelsense.bench.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.embedding.Architecture;
import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.embedding.Engine;
import org.reelsense.embedding.Execution;
import org.reelsense.embedding.TrainedVectors;
import org.reelsense.embedding.VectorFile;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.embedding.VectorTraining;
import org.reelsense.progress.Progress;

/** Trains vectors once and prints the speed: words counted before thinning, seconds without reading and writing. */
final class EngineRun {

    private EngineRun() {}

    /** {@code ENGINE TOKENS THREADS dimension=100 epochs=1 sample=1e-4 seed=1 [vectors=FILE] [architecture=CBOW]}. */
    static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = Stream.of(args)
                .skip(3)
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        TokenFile text = TokenFile.read(Path.of(args[1]));
        int threads = Integer.parseInt(args[2]);
        TrainedVectors trained = VectorTraining.train(
                spec(args[0], options), text.vocabulary(), text.documents(), threads, Progress.SILENT);
        System.out.printf(
                Locale.ROOT,
                "{\"words\": %d, \"seconds\": %.3f, \"wordsPerSecond\": %.0f}%n",
                trained.words(),
                trained.seconds(),
                trained.wordsPerSecond());
        if (options.containsKey("vectors")) {
            VectorFile.write(Path.of(options.get("vectors")), VectorFormat.TEXT, trained.vectors());
        }
    }

    private static EmbeddingSpec spec(String engine, Map<String, String> options) {
        EmbeddingSpec spec = new EmbeddingSpec(
                        Integer.parseInt(options.get("dimension")),
                        Integer.parseInt(options.getOrDefault("window", "5")),
                        Integer.parseInt(options.getOrDefault("negatives", "5")),
                        Integer.parseInt(options.get("epochs")),
                        Double.parseDouble(options.get("sample")),
                        Long.parseLong(options.get("seed")))
                .with(Architecture.valueOf(options.getOrDefault("architecture", "SKIP_GRAM")));
        return switch (engine) {
            case "deterministic" -> spec;
            case "fast" -> spec.with(Execution.FAST);
            case "dl4j" -> spec.with(Engine.DL4J);
            default -> throw new IllegalArgumentException("engine: '" + engine + "'");
        };
    }
}
