package org.reelsense.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * English words of praise and of blame, written down by hand for this project before any review was counted. None is on
 * both sides.
 */
record SentimentWords(Set<String> positive, Set<String> negative) {

    SentimentWords {
        positive = Set.copyOf(positive);
        negative = Set.copyOf(negative);
    }

    /** The words of this build's resources {@code positive-words.txt} and {@code negative-words.txt}. */
    static SentimentWords builtIn() {
        return new SentimentWords(Set.copyOf(lines("positive-words.txt")), Set.copyOf(lines("negative-words.txt")));
    }

    /** The words of a resource, one a line. */
    static List<String> lines(String resource) {
        try (InputStream in = SentimentWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this build of Reelsense lacks " + resource + "; build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** [types], 1 for a positive word, -1 for a negative one, 0 for any other. */
    int[] signs(List<String> types) {
        int[] signs = new int[types.size()];
        for (int type = 0; type < signs.length; type++) {
            String word = types.get(type);
            signs[type] = (positive.contains(word) ? 1 : 0) - (negative.contains(word) ? 1 : 0);
        }
        return signs;
    }
}
