package org.reelsense.experiment;

import java.util.HashSet;
import java.util.List;
import org.reelsense.model.EmbeddingPrecision;

/**
 * What to compare.
 *
 * @param models in the order of the report, none twice
 * @param seeds each model is trained once for each, none twice
 * @param threads workers; they do not change the results
 * @param command the command line, for the record
 * @param precision of the embeddings in the models' files, and so of everything that is scored in the end
 */
public record ExperimentSpec(
        List<ModelKind.Network> models,
        List<Long> seeds,
        Settings settings,
        int threads,
        String command,
        EmbeddingPrecision precision) {

    private static final int MOST_THREADS = 256;

    public ExperimentSpec {
        models = List.copyOf(models);
        seeds = List.copyOf(seeds);
        requireSome("models", models, "name at least one, e.g. bilstm,bigru");
        requireSome("seeds", seeds, "name at least one, e.g. 1");
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads: " + threads + " is outside 1.." + MOST_THREADS);
        }
    }

    /** With every float kept. */
    public ExperimentSpec(
            List<ModelKind.Network> models, List<Long> seeds, Settings settings, int threads, String command) {
        this(models, seeds, settings, threads, command, EmbeddingPrecision.FLOAT);
    }

    /** The same but for the embeddings' precision. */
    public ExperimentSpec withPrecision(EmbeddingPrecision other) {
        return new ExperimentSpec(models, seeds, settings, threads, command, other);
    }

    /** The same but for the settings. */
    public ExperimentSpec withSettings(Settings other) {
        return new ExperimentSpec(models, seeds, other, threads, command, precision);
    }

    private static void requireSome(String field, List<?> values, String remedy) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + ": none given; " + remedy);
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(field + ": one is given twice; name each once");
        }
    }
}
