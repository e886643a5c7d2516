package org.reelsense.embedding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.reelsense.text.Vocabulary;

/**
 * The words of a vocabulary with the vectors of another source.
 *
 * @param vectors of the vocabulary; a row of zeros for each word that the source has none for
 * @param found words of the vocabulary that the source has a vector for, {@code <unk>} not counted
 * @param missing the others
 */
public record CoveredVocabulary(WordVectors vectors, int found, int missing) {

    /** Looks every word of the vocabulary up; id 0 takes the source's {@code <unk>}, zeros if it has none. */
    public static CoveredVocabulary of(Vocabulary vocabulary, WordVectors source) {
        int width = source.dimension();
        float[] values = new float[WordVectors.size(vocabulary, width)];
        System.arraycopy(source.values(), 0, values, 0, width);
        int found = 0;
        for (int id = 1; id < vocabulary.size(); id++) {
            int from = source.vocabulary().id(vocabulary.token(id));
            if (from > 0 && !source.isZeroRow(from)) {
                System.arraycopy(source.values(), from * width, values, id * width, width);
                found++;
            }
        }
        return new CoveredVocabulary(new WordVectors(vocabulary, width, values), found, vocabulary.size() - 1 - found);
    }

    /** The vectors of the words that were found alone, in the order of the vocabulary. */
    public WordVectors present() {
        int width = vectors.dimension();
        int[] rows = IntStream.range(0, vectors.vocabulary().size())
                .filter(id -> id == 0 || !vectors.isZeroRow(id))
                .toArray();
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(vectors.values(), rows[i] * width, values, i * width, width);
        }
        List<String> words =
                IntStream.of(rows).mapToObj(vectors.vocabulary()::token).toList();
        return new WordVectors(Vocabulary.inOrder(words), width, values);
    }

    /**
     * The vectors with random ones in place of rows of zeros, id 0 apart: in each dimension uniform, with the mean and
     * variance of the words that were there (Kim 2014, section 3.1). Where in that range
     * a word lies depends on the word and the seed alone, not on its id.
     */
    public WordVectors filled(long seed) {
        WordVectors filled = new WordVectors(
                vectors.vocabulary(), vectors.dimension(), vectors.values().clone());
        int[] there = IntStream.range(1, vectors.vocabulary().size())
                .filter(id -> !vectors.isZeroRow(id))
                .toArray();
        for (int column = 0; column < vectors.dimension(); column++) {
            fill(filled, column, there, seed);
        }
        return filled;
    }

    private void fill(WordVectors filled, int column, int[] there, long seed) {
        int width = vectors.dimension();
        double mean = IntStream.of(there)
                .mapToDouble(id -> vectors.values()[id * width + column])
                .average()
                .orElse(0);
        double variance = IntStream.of(there)
                .mapToDouble(id -> Math.pow(vectors.values()[id * width + column] - mean, 2))
                .average()
                .orElse(0);
        double bound = Math.sqrt(3 * variance); // uniform in ±a has variance a²/3
        for (int id = 1; id < vectors.vocabulary().size(); id++) {
            if (vectors.isZeroRow(id)) {
                double random = random(vectors.vocabulary().token(id), column, seed);
                filled.values()[id * width + column] = (float) (mean + bound * random);
            }
        }
    }

    /** In -1 to 1. */
    private static double random(String word, int column, long seed) {
        CRC32 hash = new CRC32();
        hash.update(word.getBytes(StandardCharsets.UTF_8));
        return 2 * new SplittableRandom(seed ^ hash.getValue() << 16 ^ column).nextDouble() - 1;
    }
}
