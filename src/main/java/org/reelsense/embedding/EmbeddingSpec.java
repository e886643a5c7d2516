package org.reelsense.embedding;

/**
 * How to train word vectors with negative sampling (Mikolov et al. 2013).
 *
 * @param dimension E, numbers a word, 1 to 1,000
 * @param window words on either side that a word predicts, 1 to 100
 * @param negatives noise words for each true one, 1 to 100
 * @param epochs passes over the text, 1 to 100
 * @param subsampling words more frequent than this share of the text are thinned out, 0 (never) to 1
 * @param seed of the initial vectors and, with our own engine, of every other chance
 */
public record EmbeddingSpec(
        int dimension,
        int window,
        int negatives,
        int epochs,
        double subsampling,
        long seed,
        Engine engine,
        Architecture architecture,
        Execution execution) {

    public EmbeddingSpec {
        check("dimension", dimension, 1, 1_000);
        check("window", window, 1, 100);
        check("negatives", negatives, 1, 100);
        check("epochs", epochs, 1, 100);
        check("subsampling", subsampling, 0, 1);
        if (engine == Engine.DL4J && architecture != Architecture.SKIP_GRAM) {
            throw new IllegalArgumentException("embedding architecture: " + architecture.id()
                    + " is not for the dl4j engine; use skip-gram, or the reelsense engine");
        }
        if (engine == Engine.DL4J && execution != Execution.DETERMINISTIC) {
            throw new IllegalArgumentException("embedding mode: " + execution.id()
                    + " is not for the dl4j engine, which has one thread; use deterministic, or the reelsense engine");
        }
    }

    /** Skip-gram with our own engine, deterministic. */
    public EmbeddingSpec(int dimension, int window, int negatives, int epochs, double subsampling, long seed) {
        this(
                dimension,
                window,
                negatives,
                epochs,
                subsampling,
                seed,
                Engine.REELSENSE,
                Architecture.SKIP_GRAM,
                Execution.DETERMINISTIC);
    }

    public EmbeddingSpec with(Engine other) {
        return new EmbeddingSpec(
                dimension, window, negatives, epochs, subsampling, seed, other, architecture, execution);
    }

    public EmbeddingSpec with(Architecture other) {
        return new EmbeddingSpec(dimension, window, negatives, epochs, subsampling, seed, engine, other, execution);
    }

    public EmbeddingSpec with(Execution other) {
        return new EmbeddingSpec(dimension, window, negatives, epochs, subsampling, seed, engine, architecture, other);
    }

    /** The same with vectors of another length. */
    public EmbeddingSpec withDimension(int other) {
        return new EmbeddingSpec(other, window, negatives, epochs, subsampling, seed, engine, architecture, execution);
    }

    private static void check(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "embedding " + field + ": " + value + " is outside " + least + ".." + most);
        }
    }

    private static void check(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "embedding " + field + ": " + value + " is outside " + least + ".." + most);
        }
    }

    /**
     * Everything that decides the vectors, besides text and vocabulary: the cache's key. The version stands for the
     * engines' arithmetic; whoever changes that raises it.
     */
    String key() {
        return "vectors.v3 " + this;
    }
}
