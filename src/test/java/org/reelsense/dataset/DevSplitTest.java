package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.storage.DataException;

class DevSplitTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void cut_manyFilms_givesATenthOfEachClassWithoutCommonFilms(int seed) throws DataException {
        List<Review> labelled = randomReviews(seed, 2000, 300);
        DevSplit split = DevSplit.cut(labelled);
        assertThat(positives(split.dev())).isEqualTo(100);
        assertThat(split.dev()).hasSize(200);
        assertThat(split.train()).hasSize(1800);
        assertThat(films(split.train())).doesNotContainAnyElementsOf(films(split.dev()));
    }

    @Test
    void cut_anyReviews_losesNoneAndKeepsTheirOrder() throws DataException {
        List<Review> labelled = randomReviews(7, 500, 80);
        DevSplit split = DevSplit.cut(labelled);
        Set<Review> dev = new HashSet<>(split.dev());
        assertThat(labelled.stream().filter(dev::contains)).containsExactlyElementsOf(split.dev());
        assertThat(labelled.stream().filter(r -> !dev.contains(r))).containsExactlyElementsOf(split.train());
    }

    @Test
    void cut_reviewsInAnotherOrder_givesTheSameDevSet() throws DataException {
        List<Review> labelled = randomReviews(8, 500, 80);
        Set<Review> expected = new HashSet<>(DevSplit.cut(labelled).dev());
        List<Review> shuffled = new ArrayList<>(labelled);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(DevSplit.cut(shuffled).dev()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void cut_unknownFilms_countAsOneFilmEach() throws DataException {
        List<Review> labelled = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            labelled.add(review(i, i < 50, ""));
        }
        DevSplit split = DevSplit.cut(labelled);
        assertThat(split.dev()).hasSize(10);
        assertThat(positives(split.dev())).isEqualTo(5);
    }

    @Test
    void cut_fewLargeFilms_comesAsNearAsWholeFilmsAllow() throws DataException {
        List<Review> labelled = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            labelled.add(review(i, i % 2 == 0, "film-" + i / 30));
        }
        DevSplit split = DevSplit.cut(labelled);
        assertThat(films(split.dev())).hasSize(1); // 30 reviews where 12 were wanted
        assertThat(split.dev()).hasSize(30);
    }

    @Test
    void cut_oneFilm_isRefused() {
        List<Review> labelled = List.of(review(0, true, "tt1"), review(1, false, "tt1"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DevSplit.cut(labelled))
                .withMessageContaining("2 labelled reviews of 1 films");
    }

    private static List<Review> randomReviews(int seed, int count, int films) {
        Random random = new Random(seed);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int film = (int) (films * random.nextDouble() * random.nextDouble()); // some films have many reviews
            reviews.add(review(i, i % 2 == 0, "tt" + film));
        }
        return reviews;
    }

    private static Review review(int number, boolean positive, String film) {
        Label label = positive ? Label.POSITIVE : Label.NEGATIVE;
        return new Review("train/" + label + "/" + number, "text", label, 0, film);
    }

    private static long positives(List<Review> reviews) {
        return reviews.stream().filter(r -> r.label() == Label.POSITIVE).count();
    }

    private static Set<String> films(List<Review> reviews) {
        return reviews.stream().map(Review::film).collect(Collectors.toSet());
    }
}
