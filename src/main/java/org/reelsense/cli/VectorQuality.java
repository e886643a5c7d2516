package org.reelsense.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.NeighbourQuality;

/** The measures of word vectors in words and figures. */
final class VectorQuality {

    private static final double HUNDRED = 100;

    private VectorQuality() {}

    static Map<String, String> fields(NeighbourQuality quality) {
        @Nullable Integer rank = quality.rankOfBad();
        @Nullable Double agreement = quality.agreement();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "bad by good",
                rank == null
                        ? "one of the two has no vector"
                        : String.format(Locale.ROOT, "neighbour number %,d (farther is better)", rank));
        fields.put(
                "polarity",
                agreement == null
                        ? "too few polar words"
                        : String.format(
                                Locale.ROOT,
                                "%.2f %% of the %d nearest of %,d polar words share a word's side",
                                HUNDRED * agreement,
                                NeighbourQuality.NEIGHBOURS,
                                quality.polarWords()));
        return fields;
    }
}
