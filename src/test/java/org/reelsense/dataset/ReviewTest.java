package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ReviewTest {

    @Test
    void label_unlabelledReview_throwsWithItsName() {
        Review review = Review.unlabelled("train/unsup/3_0", "So so.", "");
        assertThat(review.isLabelled()).isFalse();
        assertThatIllegalStateException().isThrownBy(review::label).withMessageContaining("train/unsup/3_0");
    }

    @Test
    void label_labelledReview_isGiven() {
        Review review = new Review("train/pos/3_9", "Good.", Label.POSITIVE, 9, "tt1");
        assertThat(review.isLabelled()).isTrue();
        assertThat(review.label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void equals_unlabelledReviews_comparesWithoutAskingForTheLabel() {
        assertThat(Review.unlabelled("a", "b", "c")).isEqualTo(Review.unlabelled("a", "b", "c"));
        assertThat(Review.unlabelled("a", "b", "c").toString()).contains("label=null");
    }

    @Test
    void stars_outsideTheScale_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Review("x", "", Label.POSITIVE, 11, ""))
                .withMessageContaining("11")
                .withMessageContaining("1 to 10");
    }
}
