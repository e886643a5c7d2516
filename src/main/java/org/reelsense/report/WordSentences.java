package org.reelsense.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.WordMap;
import org.reelsense.experiment.RunRecord;

/** What word vectors know of sentiment, in words. */
final class WordSentences {

    private WordSentences() {}

    /** A sentence for each measure that there is, and one for each side of the map. */
    static List<String> all(RunRecord.Embedding embedding) {
        List<String> sentences = new ArrayList<>();
        NeighbourQuality quality = embedding.quality();
        if (quality != null) {
            sentences.addAll(of(quality));
        }
        WordMap map = embedding.map();
        if (map != null) {
            side(map, true)
                    .ifPresent(words -> sentences.add("Positive words on the map, from left to right: " + words + "."));
            side(map, false)
                    .ifPresent(words -> sentences.add("Negative words on the map, from left to right: " + words + "."));
        }
        return List.copyOf(sentences);
    }

    private static List<String> of(NeighbourQuality quality) {
        List<String> sentences = new ArrayList<>();
        @Nullable Integer rank = quality.rankOfBad();
        if (rank != null) {
            sentences.add("\"bad\" is neighbour number " + Figures.count(rank)
                    + " of \"good\" (farther is better: the two stand in the same places; Miyato et al. 2017).");
        }
        @Nullable Double agreement = quality.agreement();
        if (agreement != null) {
            sentences.add("Of the " + NeighbourQuality.NEIGHBOURS + " nearest among "
                    + Figures.count(quality.polarWords()) + " polar words, " + Figures.percent(agreement)
                    + " % share a word's side (about half would by chance).");
        }
        return sentences;
    }

    private static Optional<String> side(WordMap map, boolean positive) {
        return map.words().stream()
                .filter(place -> place.positive() == positive)
                .sorted(Comparator.comparingDouble(WordMap.Place::x))
                .map(place -> Plain.of(place.word()))
                .reduce((one, other) -> one + " " + other);
    }
}
