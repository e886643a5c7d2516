package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTextTest {

    private static final int LONGEST = TrainingText.LONGEST_PIECE;

    @Test
    void of_documents_dropsUnknownTokensAndEmptyOnes() {
        TrainingText text =
                TrainingText.of(List.of(new int[] {0, 3, 0, 1}, new int[0], new int[] {0, 0}, new int[] {2, 3}), 5);

        assertThat(text.ids()).containsExactly(3, 1, 2, 3);
        assertThat(text.begins()).containsExactly(0, 2, 4);
        assertThat(text.counts()).containsExactly(0, 1, 1, 2, 0);
    }

    @Test
    void of_longDocument_isCutAndNothingIsLost() {
        int[] many = IntStream.range(0, 2 * LONGEST + 1).map(i -> 1 + i % 4).toArray();
        int[] even = Arrays.copyOf(many, LONGEST);

        TrainingText text = TrainingText.of(List.of(many, even), 5);

        assertThat(text.begins()).containsExactly(0, LONGEST, 2 * LONGEST, 2 * LONGEST + 1, 3 * LONGEST + 1);
        assertThat(Arrays.copyOf(text.ids(), many.length)).isEqualTo(many);
    }

    @Test
    void of_idOutsideTheVocabulary_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingText.of(List.of(new int[] {1, 5}), 5))
                .withMessageContaining("id 5 is not in the vocabulary of 5 words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingText.of(List.of(new int[] {-1}), 5))
                .withMessageContaining("id -1");
    }

    /** Each epoch has every piece once, whatever the size of a shard. */
    @Test
    void shards_anySize_holdEveryPieceOnceAndCountItsWords() {
        TrainingText text = TrainingText.of(TwoTopics.reviews(101), TwoTopics.VOCABULARY.size());
        for (int size : new int[] {1, 50, 1_000_000}) {
            Shards shards = new Shards(text, size, new SplitMix(1));

            assertThat(IntStream.range(0, shards.begin(shards.count())).map(shards::piece))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 101).boxed().toList());
            assertThat(IntStream.range(0, shards.count()).map(shards::wordsOf).sum())
                    .isEqualTo(101 * 12);
            assertThat(IntStream.range(0, shards.count() - 1).map(shards::wordsOf))
                    .allMatch(words -> words >= Math.min(size, 101 * 12));
        }
    }
}
