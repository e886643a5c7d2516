package org.reelsense.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.reelsense.baseline.NbSvmSpec;
import org.reelsense.dataset.Review;
import org.reelsense.model.EmbeddingPrecision;

/**
 * What to compare.
 *
 * @param models in the order of the report, none twice
 * @param seeds each model is trained once for each, none twice
 * @param threads workers; they do not change the results
 * @param command the command line, for the record
 * @param ngrams tokens of NB-SVM's longest n-gram, 1 to 3
 * @param sizes numbers of training reviews to train every model but the majority on besides all of them, ascending; may
 *     be empty
 * @param precision of the embeddings in the models' files, and so of everything that is scored in the end
 */
public record ExperimentSpec(
        List<ModelKind> models,
        List<Long> seeds,
        Settings settings,
        int threads,
        String command,
        EmbeddingPrecision precision,
        int ngrams,
        List<Integer> sizes) {

    /** NB-SVM's unless another number is asked for. */
    public static final int NGRAMS = 3;

    private static final int MOST_THREADS = 256;
    private static final int SMALLEST_SIZE = 20;

    public ExperimentSpec {
        models = List.copyOf(models);
        seeds = List.copyOf(seeds);
        sizes = sizes.stream().sorted().toList();
        requireSome("models", models, "name at least one, e.g. bilstm,bigru");
        requireSome("seeds", seeds, "name at least one, e.g. 1");
        requireOnce("sizes", sizes);
        NbSvmSpec.of(ngrams);
        if (!sizes.isEmpty() && sizes.get(0) < SMALLEST_SIZE) {
            throw new IllegalArgumentException("sizes: " + sizes.get(0) + " is below " + SMALLEST_SIZE
                    + " training reviews; from so few nothing can be learned");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads: " + threads + " is outside 1.." + MOST_THREADS);
        }
    }

    /** With every float kept. */
    public ExperimentSpec(List<ModelKind> models, List<Long> seeds, Settings settings, int threads, String command) {
        this(models, seeds, settings, threads, command, EmbeddingPrecision.FLOAT, NGRAMS, List.of());
    }

    /** The same but for the embeddings' precision. */
    public ExperimentSpec withPrecision(EmbeddingPrecision other) {
        return new ExperimentSpec(models, seeds, settings, threads, command, other, ngrams, sizes);
    }

    /** The same but for the settings. */
    public ExperimentSpec withSettings(Settings other) {
        return new ExperimentSpec(models, seeds, other, threads, command, precision, ngrams, sizes);
    }

    /** The same but for NB-SVM's n-grams. */
    public ExperimentSpec withNgrams(int other) {
        return new ExperimentSpec(models, seeds, settings, threads, command, precision, other, sizes);
    }

    /** The same but for the sizes. */
    public ExperimentSpec withSizes(List<Integer> other) {
        return new ExperimentSpec(models, seeds, settings, threads, command, precision, ngrams, other);
    }

    /**
     * Whether every size is a part of the training reviews that can be cut; to be asked before hours of training.
     *
     * @throws IllegalArgumentException if one is not
     */
    void requireSizesWithin(List<Review> train) {
        for (int size : sizes) {
            if (size >= train.size()) {
                throw new IllegalArgumentException("sizes: " + size + " is not below the " + train.size()
                        + " training reviews there are; all of them are used anyway");
            }
            TrainingPart.of(train, size);
        }
    }

    /** What to train, in order: everything on all reviews, then what learns from them on parts of them. */
    List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        Stream.concat(Stream.of(Trial.ALL), sizes.stream())
                .forEach(size -> seeds.forEach(seed -> models.stream()
                        .filter(kind -> size == Trial.ALL || kind != ModelKind.Yardstick.MAJORITY)
                        .forEach(kind -> trials.add(new Trial(kind, seed, size)))));
        return trials;
    }

    private static void requireSome(String field, List<?> values, String remedy) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + ": none given; " + remedy);
        }
        requireOnce(field, values);
    }

    private static void requireOnce(String field, List<?> values) {
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(field + ": one is given twice; name each once");
        }
    }
}
