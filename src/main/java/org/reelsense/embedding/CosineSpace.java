package org.reelsense.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.embedding.WordVectors.Neighbour;

/**
 * Word vectors as directions: what lies near what. Lengths, which grow with how often a word occurs, do not count. Id 0 is
 * no word here. Immutable.
 */
public final class CosineSpace {

    private final WordVectors vectors;
    /** [V], Euclidean length of each vector. */
    private final double[] lengths;

    public CosineSpace(WordVectors vectors) {
        this.vectors = vectors;
        this.lengths = IntStream.range(0, vectors.vocabulary().size())
                .mapToDouble(id -> Math.sqrt(vectors.dot(id, id)))
                .toArray();
    }

    /** Whether the word has a vector, one that is not zero. */
    public boolean contains(String word) {
        int id = vectors.vocabulary().id(word);
        return id > 0 && lengths[id] > 0;
    }

    /**
     * The words with the most similar vectors, best first, without the word itself; ties in order of id.
     *
     * @throws IllegalArgumentException if the word is not in the vocabulary
     */
    public List<Neighbour> nearest(String word, int most) {
        int id = vectors.id(word);
        return nearest(unit(id), most, Set.of(id));
    }

    /**
     * Words that are to {@code c} as {@code b} is to {@code a}, best first, none of the three among them: those nearest
     * to b - a + c, each of length 1 (3CosAdd; Mikolov et al. 2013, Levy and Goldberg 2014).
     *
     * @throws IllegalArgumentException if one is not in the vocabulary
     */
    public List<Neighbour> analogy(String a, String b, String c, int most) {
        double[] from = unit(vectors.id(a));
        double[] to = unit(vectors.id(b));
        double[] at = unit(vectors.id(c));
        for (int i = 0; i < at.length; i++) {
            at[i] += to[i] - from[i];
        }
        // Not Set.of, for two of the three may be one word.
        Set<Integer> given = Set.copyOf(List.of(vectors.id(a), vectors.id(b), vectors.id(c)));
        return nearest(at, most, given);
    }

    /**
     * Cosine, -1 to 1; 0 if a word has no vector.
     *
     * @throws IllegalArgumentException if one is not in the vocabulary
     */
    public double similarity(String a, String b) {
        return cosine(vectors.id(a), vectors.id(b));
    }

    /**
     * The place of a word among the neighbours of another, 1 for the nearest.
     *
     * @throws IllegalArgumentException if one is not in the vocabulary, or they are the same
     */
    public int rank(String neighbour, String word) {
        int wanted = vectors.id(neighbour);
        int id = vectors.id(word);
        if (wanted == id) {
            throw new IllegalArgumentException("word: '" + word + "' is no neighbour of itself; give two words");
        }
        double similarity = cosine(id, wanted);
        return 1
                + (int) IntStream.range(1, lengths.length)
                        .filter(other -> other != id && other != wanted)
                        .filter(other -> {
                            double rival = cosine(id, other);
                            return rival > similarity || rival == similarity && other < wanted;
                        })
                        .count();
    }

    /** The nearest to a word among the words given, itself left out, best first; ties in their order. */
    List<Neighbour> nearestAmong(String word, List<String> words, int most) {
        int id = vectors.id(word);
        return words.stream()
                .filter(other -> !other.equals(word))
                .map(other -> new Neighbour(other, cosine(id, vectors.id(other))))
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .limit(most)
                .toList();
    }

    private List<Neighbour> nearest(double[] direction, int most, Set<Integer> without) {
        double length = Math.sqrt(IntStream.range(0, direction.length)
                .mapToDouble(i -> direction[i] * direction[i])
                .sum());
        List<Neighbour> all = new ArrayList<>(lengths.length);
        for (int id = 1; id < lengths.length; id++) {
            if (!without.contains(id)) {
                double product = dot(direction, id);
                double similarity = product == 0 ? 0 : product / (length * lengths[id]);
                all.add(new Neighbour(vectors.vocabulary().token(id), similarity));
            }
        }
        Stream<Neighbour> best = all.stream()
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed());
        return best.limit(most).toList();
    }

    private double cosine(int a, int b) {
        double product = vectors.dot(a, b);
        return product == 0 ? 0 : product / (lengths[a] * lengths[b]);
    }

    private double dot(double[] direction, int id) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * vectors.values()[id * direction.length + i];
        }
        return sum;
    }

    /** [E], the vector divided by its length; zeros stay zeros. */
    double[] unit(int id) {
        double[] unit = new double[vectors.dimension()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = lengths[id] == 0 ? 0 : vectors.values()[id * unit.length + i] / lengths[id];
        }
        return unit;
    }

    int id(String word) {
        return vectors.id(word);
    }
}
