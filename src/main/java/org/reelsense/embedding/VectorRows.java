package org.reelsense.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.reelsense.storage.DataException;
import org.reelsense.text.Vocabulary;

/** Collects the rows of a file: every word is checked, the wanted ones are kept, in the file's order. */
final class VectorRows {

    private final int dimension;
    private final Predicate<String> wanted;
    /** Every word of the file, kept or not, with its number from 1. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final List<String> kept = new ArrayList<>(List.of(Vocabulary.UNKNOWN));
    private float[] values;

    VectorRows(int dimension, Predicate<String> wanted) {
        this.dimension = dimension;
        this.wanted = wanted;
        this.values = new float[dimension];
    }

    /** Words of the file so far, kept or not. */
    int words() {
        return numbers.size();
    }

    /**
     * The next word with its vector.
     *
     * @param row [E], copied
     * @throws DataException made by {@code place} if the word cannot be one or was there before, or a number is not finite
     */
    void add(String word, float[] row, VectorInput.Place place) throws DataException {
        if (word.isEmpty() || word.indexOf('\n') >= 0 || word.indexOf('\t') >= 0) {
            throw place.refuse("there is no word before the numbers; rows are a word and its numbers, with one space"
                    + " between each two");
        }
        Integer earlier = numbers.putIfAbsent(word, numbers.size() + 1);
        if (earlier != null) {
            throw place.refuse(
                    "the word '" + word + "' was there before, as word number " + earlier + "; remove one of the two");
        }
        for (float value : row) {
            if (!Float.isFinite(value)) {
                throw place.refuse("the vector of '" + word + "' holds " + value + "; only finite numbers can be used");
            }
        }
        keep(word, row, place);
    }

    private void keep(String word, float[] row, VectorInput.Place place) throws DataException {
        if (!wanted.test(word)) {
            return;
        }
        if (word.equals(Vocabulary.UNKNOWN)) {
            System.arraycopy(row, 0, values, 0, dimension);
            return;
        }
        long begin = (long) kept.size() * dimension;
        if (begin + dimension > WordVectors.MOST_VALUES) {
            throw place.refuse("more than " + WordVectors.MOST_VALUES + " numbers; choose fewer words");
        }
        if (begin + dimension > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(WordVectors.MOST_VALUES, 2L * values.length));
        }
        System.arraycopy(row, 0, values, (int) begin, dimension);
        kept.add(word);
    }

    WordVectors vectors() {
        return new WordVectors(Vocabulary.inOrder(kept), dimension, Arrays.copyOf(values, kept.size() * dimension));
    }
}
