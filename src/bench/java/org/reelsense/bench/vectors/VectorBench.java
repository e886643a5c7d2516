package org.reelsense.bench.vectors;

import java.nio.file.Path;
import java.util.Arrays;

/** The Java side of the benchmark of word vectors; {@code src/bench/embedding.py} runs it. Prints lines of JSON. */
public final class VectorBench {

    private static final String USAGE = "usage: corpus DATA REVIEWS|all FOLDER | train ENGINE TOKENS THREADS OPTIONS..."
            + " | classify VECTORS FOLDER SEED THREADS";

    private VectorBench() {}

    public static void main(String[] args) throws Exception {
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "corpus" -> CorpusFiles.write(Path.of(rest[0]), rest[1], Path.of(rest[2]));
            case "train" -> EngineRun.main(rest);
            case "classify" -> ClassifierRun.main(rest);
            default -> throw new IllegalArgumentException(USAGE);
        }
    }
}
