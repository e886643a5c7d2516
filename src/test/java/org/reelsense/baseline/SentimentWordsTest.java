package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.text.Tokenizer;

class SentimentWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"positive-words.txt", "negative-words.txt"})
    void lines_ofAList_areSortedLowerCaseWordsOnce(String resource) {
        List<String> words = SentimentWords.lines(resource);

        assertThat(words).hasSizeBetween(500, 1_500).doesNotHaveDuplicates().isSorted();
        assertThat(words).allMatch(word -> word.matches("[a-z]{3,}"));
    }

    /** A word that the tokenizer cuts or changes would never be found. */
    @ParameterizedTest
    @ValueSource(strings = {"positive-words.txt", "negative-words.txt"})
    void lines_ofAList_areTokens(String resource) {
        Tokenizer tokenizer = new Tokenizer();

        assertThat(SentimentWords.lines(resource))
                .allMatch(word -> tokenizer.tokenize(word).equals(List.of(word)));
    }

    @Test
    void builtIn_bothSides_shareNoWord() {
        SentimentWords words = SentimentWords.builtIn();

        assertThat(words.positive()).doesNotContainAnyElementsOf(words.negative());
    }

    @Test
    void signs_ofTypes_sayTheSide() {
        assertThat(SentimentWords.builtIn().signs(List.of("the", "good", "n't", "bad")))
                .containsExactly(0, 1, 0, -1);
    }
}
