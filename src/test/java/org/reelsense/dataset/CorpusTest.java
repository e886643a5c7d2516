package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {

    private final Corpus corpus = new Corpus(
            "test", "sha", labelled("train", 1000), labelled("dev", 100), labelled("test", 1000), unlabelled(3000));

    @Test
    void limitedTo_n_isBalancedAndProportional() {
        Corpus small = corpus.limitedTo(180);
        assertThat(small.train()).hasSize(180).filteredOn(Review::isPositive).hasSize(90);
        assertThat(small.dev()).hasSize(20).filteredOn(Review::isPositive).hasSize(10);
        assertThat(small.test()).hasSize(180).filteredOn(Review::isPositive).hasSize(90);
        assertThat(small.unlabelled()).hasSize(360);
        assertThat(small.sha256()).isEqualTo("sha");
    }

    @Test
    void limitedTo_n_drawsEvenlyAndInOrder() {
        assertThat(corpus.limitedTo(20).train())
                .extracting(Review::id)
                .startsWith("train/0", "train/50", "train/100")
                .contains("train/500", "train/550", "train/950");
    }

    @Test
    void limitedTo_moreThanThereIs_changesNothing() {
        assertThat(corpus.limitedTo(1_000_000)).isEqualTo(corpus);
        assertThat(corpus.limitedTo(Integer.MAX_VALUE)).isEqualTo(corpus);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 19})
    void limitedTo_tooFew_isRefused(int n) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.limitedTo(n))
                .withMessageContaining("limit is " + n)
                .withMessageContaining("20 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> Corpus.requireLimit(n));
    }

    private static List<Review> labelled(String part, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Review(
                        part + "/" + i, "text", i < count / 2 ? Label.NEGATIVE : Label.POSITIVE, 0, "tt" + i))
                .toList();
    }

    private static List<Review> unlabelled(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Review.unlabelled("unsup/" + i, "text", ""))
                .toList();
    }
}
