package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelsense.embedding.WordMap.Place;
import org.reelsense.text.Vocabulary;

class WordMapTest {

    /** Sides lie apart along x; within them words differ a little along y. Lengths must not count. */
    private static final WordVectors VECTORS = new WordVectors(
            Vocabulary.inOrder(List.of("<unk>", "good", "fine", "bad", "poor", "zero")),
            2,
            new float[] {9, 9, -50, 1, -2, -0.5f, 1, 0, 0.1f, 0, 0, 0});

    private static WordMap map(List<String> positive, List<String> negative) {
        return WordMap.of(VECTORS, new PolarWords(positive, negative)).orElseThrow();
    }

    @Test
    void of_sidesApart_showsPositiveWordsToTheRight() {
        WordMap map = map(List.of("good", "fine"), List.of("bad", "poor"));

        assertThat(map.words()).extracting(Place::word).containsExactly("good", "fine", "bad", "poor");
        assertThat(map.words()).extracting(Place::positive).containsExactly(true, true, false, false);
        assertThat(map.words().subList(0, 2)).allMatch(place -> place.x() > 0.9);
        assertThat(map.words().subList(2, 4)).allMatch(place -> place.x() < -0.9);
        assertThat(map.shareX()).isGreaterThan(0.9);
        assertThat(map.shareX() + map.shareY()).isCloseTo(1, within(1e-9));
    }

    @Test
    void of_sidesNamedTheOtherWay_isTurned() {
        assertThat(map(List.of("bad", "poor"), List.of("good", "fine")).words().subList(0, 2))
                .allMatch(place -> place.x() > 0.9);
    }

    @Test
    void of_wordsWithoutVector_areLeftOutAndTwoAreTooFew() {
        assertThat(map(List.of("good", "zero"), List.of("bad", "none", "poor")).words())
                .extracting(Place::word)
                .containsExactly("good", "bad", "poor");
        assertThat(WordMap.of(VECTORS, new PolarWords(List.of("good", "zero"), List.of("bad", "none"))))
                .isEmpty();
    }
}
