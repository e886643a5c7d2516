package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.Mistake;

class MistakesTest {

    @Test
    void shown_sameReviewOfTwoModels_standsOnceWithBothAndTheMoreConfidentFirst() {
        List<Misread> shown = Mistakes.shown(List.of(
                mistake("bilstm", 1, "test/pos/1_8", 0.02),
                mistake("bilstm", 1, "test/neg/2_3", 0.95),
                mistake("bigru", 1, "test/pos/1_8", 0.01),
                mistake("bigru", 1, "test/neg/3_4", 0.97)));

        assertThat(shown.stream().map(misread -> misread.first().review()))
                .containsExactly("test/pos/1_8", "test/neg/3_4", "test/neg/2_3");
        assertThat(shown.get(0).verdicts()).extracting(Mistake::model).containsExactly("bigru", "bilstm");
        assertThat(shown.get(0).headline()).isEqualTo("test/pos/1_8, 8 stars: positive, taken for negative");
    }

    @Test
    void shown_severalSeeds_areTheFirstOfEachModel() {
        List<Misread> shown = Mistakes.shown(
                List.of(mistake("bilstm", 2, "a", 0.9), mistake("bilstm", 1, "b", 0.9), mistake("bigru", 1, "c", 0.8)));

        assertThat(shown.stream().map(misread -> misread.first().review())).containsExactly("a", "c");
    }

    @Test
    void shown_manyOfAModel_areTen() {
        assertThat(Mistakes.shown(IntStream.range(0, 30)
                        .mapToObj(i -> mistake("bilstm", 1, "review " + i, 0.99 - i / 100.0))
                        .toList()))
                .hasSize(10);
    }

    @Test
    void table_reviewThatAModelIsNotNamedAt_hasADash() {
        Table table = Mistakes.table(Mistakes.shown(List.of(
                mistake("bilstm", 1, "test/pos/1_8", 0.02),
                mistake("bigru", 1, "test/pos/1_8", 0.01),
                mistake("bigru", 1, "test/neg/3_1", 0.97))));

        assertThat(table.headings().stream().map(Table.Heading::name))
                .containsExactly("review", "stars", "is", "bigru", "bilstm");
        assertThat(table.rows())
                .containsExactly(
                        List.of("test/pos/1_8", "8", "positive", "99.00", "98.00"),
                        List.of("test/neg/3_1", "1", "negative", "97.00", "-"));
    }

    @Test
    void sentences_twoModels_countReviewsNotVerdicts() {
        assertThat(Mistakes.sentences(Mistakes.shown(List.of(
                        mistake("bilstm", 1, "test/pos/1_8", 0.02),
                        mistake("bigru", 1, "test/pos/1_8", 0.01),
                        mistake("bigru", 1, "test/neg/3_1", 0.97)))))
                .startsWith(
                        "Positive reviews taken for negative: 1; negative ones taken for positive: 1.",
                        "Reviews among the mistakes of several networks: 1 of 2. Such a review may be hard, or its label"
                                + " wrong.");
    }

    @Test
    void sentences_oneModel_shareNothing() {
        assertThat(Mistakes.sentences(Mistakes.shown(List.of(mistake("bilstm", 1, "a", 0.9)))))
                .noneMatch(words -> words.contains("several"));
    }

    @Test
    void shown_hostileMistakes_areGroupedAllTheSame() {
        assertThat(Mistakes.shown(HostileRuns.mistakes())).hasSize(3);
        assertThat(Mistakes.shown(List.of())).isEmpty();
    }

    private static Mistake mistake(String model, long seed, String review, double probability) {
        boolean positive = probability < 0.5;
        int stars = review.contains("_") ? Integer.parseInt(review.substring(review.indexOf('_') + 1)) : 0;
        return new Mistake(model, seed, review, stars, positive, probability, "text", List.of());
    }
}
