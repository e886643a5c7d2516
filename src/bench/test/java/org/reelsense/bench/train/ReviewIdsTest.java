package org.reelsense.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.training.EncodedReviews;

class ReviewIdsTest {

    /** Review i has i + 1 tokens, all of them i, and is positive if i is even. */
    private static ReviewIds reviews(int count) {
        boolean[] positive = new boolean[count];
        for (int i = 0; i < count; i += 2) {
            positive[i] = true;
        }
        List<int[]> documents = IntStream.range(0, count)
                .mapToObj(i -> IntStream.generate(() -> i).limit(i + 1).toArray())
                .toList();
        return new ReviewIds(count, new EncodedReviews(documents, positive));
    }

    @Test
    void read_written_isTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reviews.ids");
        reviews(5).write(file);

        ReviewIds read = ReviewIds.read(file);

        assertThat(read.vocabularySize()).isEqualTo(5);
        assertThat(read.reviews().positive()).containsExactly(true, false, true, false, true);
        assertThat(read.reviews().documents().get(2)).containsExactly(2, 2, 2);
    }

    @Test
    void sample_sameSeed_isTheSameWithLabelsAndCutOff() {
        ReviewIds one = reviews(50).sample(20, 7, 3);
        ReviewIds other = reviews(50).sample(20, 7, 3);

        assertThat(one.reviews().documents())
                .usingRecursiveComparison()
                .isEqualTo(other.reviews().documents());
        assertThat(one.reviews().documents()).hasSize(20);
        for (int review = 0; review < 20; review++) {
            int[] document = one.reviews().documents().get(review);
            assertThat(document).hasSize(Math.min(7, document[0] + 1));
            assertThat(one.reviews().positive()[review]).isEqualTo(document[0] % 2 == 0);
        }
    }
}
