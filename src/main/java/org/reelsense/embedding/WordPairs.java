package org.reelsense.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reelsense.storage.DataException;

/**
 * Pairs of words with how similar people find them, as in WordSim-353 or SimLex-999.
 *
 * @param pairs in the order of the file
 */
public record WordPairs(List<Pair> pairs) {

    private static final int FIELDS = 3;

    /**
     * A line.
     *
     * @param score on any scale; only the order counts
     */
    public record Pair(String first, String second, double score) {}

    public WordPairs {
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads lines {@code word<TAB>word<TAB>score}; empty lines and those that begin with {@code #} are passed over.
     *
     * @throws DataException with the line if the file is missing or a line is of another form
     */
    public static WordPairs read(Path file) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (VectorInput in = new VectorInput(file)) {
            while (in.nextLine()) {
                if (in.length() > 0 && in.line()[0] != '#') {
                    pairs.add(pair(in));
                }
            }
            if (pairs.isEmpty()) {
                throw in.whole("holds no pair of words; give lines of word, word and score with tabs between");
            }
        }
        return new WordPairs(pairs);
    }

    private static Pair pair(VectorInput in) throws DataException {
        String[] fields = in.decode(in.line(), 0, in.length(), in::atLine).split("\t", -1);
        if (fields.length != FIELDS || fields[0].isEmpty() || fields[1].isEmpty()) {
            throw in.atLine("expected a word, a word and a score with a tab between each two; correct the line");
        }
        return new Pair(fields[0], fields[1], score(in, fields[2]));
    }

    private static double score(VectorInput in, String text) throws DataException {
        double score;
        try {
            score = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            score = Double.NaN;
        }
        if (!Double.isFinite(score)) {
            throw in.atLine("the score \"" + text + "\" is not a finite number; correct the line");
        }
        return score;
    }
}
