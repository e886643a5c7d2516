package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.text.Vocabulary;

class PolarWordsTest {

    private static final Vocabulary WORDS =
            Vocabulary.inOrder(List.of("<unk>", "film", "superb", "nice", "awful", "dull", "rare"));

    /** 40 reviews of each side; "superb" in 30 and 2 of them, "nice" in 20 and 5, "rare" in 1 and 0. */
    private static PolarWords chosen(int most) {
        List<int[]> documents = new ArrayList<>();
        boolean[] positive = new boolean[80];
        for (int i = 0; i < 40; i++) {
            positive[i] = true;
            documents.add(review(i < 30 ? 2 : 1, i < 20 ? 3 : 1, i < 2 ? 4 : 1, i < 5 ? 5 : 1, i < 1 ? 6 : 1));
        }
        for (int i = 0; i < 40; i++) {
            documents.add(review(i < 2 ? 2 : 1, i < 5 ? 3 : 1, i < 30 ? 4 : 1, i < 20 ? 5 : 1, 0));
        }
        return PolarWords.chosenFrom(WORDS, documents, positive, most);
    }

    /** The last word three times: only that it is there may count. */
    private static int[] review(int... ids) {
        return IntStream.concat(IntStream.of(ids), IntStream.of(ids[0], ids[0])).toArray();
    }

    @Test
    void chosenFrom_labelledReviews_takesTheTellingWordsStrongestFirst() {
        assertThat(chosen(10)).isEqualTo(new PolarWords(List.of("superb", "nice"), List.of("awful", "dull")));
        assertThat(chosen(1)).isEqualTo(new PolarWords(List.of("superb"), List.of("awful")));
    }

    /** Stronger than its rivals by the odds, but nobody can know from one review. */
    @Test
    void chosenFrom_wordOfOneReview_isNotTrusted() {
        assertThat(chosen(10).all()).doesNotContain("rare", "film", "<unk>");
    }

    @Test
    void standard_sides_areEqualAndLowerCase() {
        PolarWords standard = PolarWords.standard();

        assertThat(standard.positive()).hasSize(30).doesNotHaveDuplicates().contains("good", "great");
        assertThat(standard.negative()).hasSize(30).doesNotHaveDuplicates().contains("bad", "awful");
        assertThat(standard.all()).allMatch(word -> word.matches("[a-z]+"));
        assertThat(standard.first(2))
                .isEqualTo(new PolarWords(List.of("great", "excellent"), List.of("worst", "awful")));
    }

    @Test
    void words_onBothSides_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PolarWords(List.of("a"), List.of("b", "a")));
    }
}
