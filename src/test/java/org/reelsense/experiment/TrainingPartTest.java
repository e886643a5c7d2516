package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;

class TrainingPartTest {

    private static List<Review> reviews;

    @BeforeAll
    static void open() throws Exception {
        reviews = SampleRun.sample().train();
    }

    @Test
    void of_all_isEveryReview() {
        assertThat(TrainingPart.of(reviews, Trial.ALL))
                .isEqualTo(IntStream.range(0, reviews.size()).toArray());
    }

    @Test
    void of_evenSize_isHalfOfEachClass() {
        int[] part = TrainingPart.of(reviews, 60);

        assertThat(part).hasSize(60).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(part).filter(i -> reviews.get(i).label() == Label.POSITIVE))
                .hasSize(30);
    }

    @Test
    void of_largerSize_holdsTheSmaller() {
        assertThat(TrainingPart.of(reviews, 121)).hasSize(121).contains(TrainingPart.of(reviews, 60));
    }

    @Test
    void of_otherOrderOfTheReviews_isTheSameReviews() {
        List<Review> turned = new ArrayList<>(reviews);
        Collections.reverse(turned);

        assertThat(ids(turned, TrainingPart.of(turned, 40)))
                .containsExactlyInAnyOrderElementsOf(ids(reviews, TrainingPart.of(reviews, 40)));
    }

    private static List<String> ids(List<Review> from, int[] part) {
        return Arrays.stream(part).mapToObj(i -> from.get(i).id()).toList();
    }

    @Test
    void of_moreOfAClassThanThereAre_isRefused() {
        List<Review> negative = reviews.stream()
                .filter(review -> review.label() == Label.NEGATIVE)
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingPart.of(negative, 20))
                .withMessageContaining("sizes: a part needs 10 positive training reviews, half of it, and 0 are there");
    }
}
