package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelsense.network.Regularisation;

class BatchesTest {

    private static final int BATCH = 16;
    private static final int PIECE = 64;

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 1000})
    void ofEpoch_anyNumberOfReviews_takesEachOnce(int reviews) {
        Batches batches = batches(reviews, 4, 1);

        List<int[]> epoch = batches.ofEpoch(1);

        assertThat(epoch)
                .hasSize((reviews - 1) / BATCH + 1)
                .allMatch(batch -> batch.length <= BATCH && batch.length > 0);
        assertThat(epoch.stream().filter(batch -> batch.length < BATCH).count()).isLessThanOrEqualTo(1);
        assertThat(epoch.stream().flatMapToInt(IntStream::of).sorted().toArray())
                .isEqualTo(IntStream.range(0, reviews).toArray());
    }

    @Test
    void ofEpoch_sameSeed_givesTheSameOrder() {
        assertThat(flat(batches(200, 4, 3), 2)).isEqualTo(flat(batches(200, 4, 3), 2));
    }

    @Test
    void ofEpoch_otherEpochOrSeed_givesOtherBatches() {
        int[] first = flat(batches(200, 4, 3), 1);

        assertThat(flat(batches(200, 4, 3), 2)).isNotEqualTo(first);
        assertThat(flat(batches(200, 4, 4), 1)).isNotEqualTo(first);
    }

    /** The point of the sorting: without it a batch is about as long as its longest review. */
    @Test
    void ofEpoch_batches_holdReviewsOfLikeLength() {
        List<int[]> documents = documents(800);
        List<int[]> epoch = new Batches(documents, 10_000, spec(4, 1)).ofEpoch(1);

        long padded = epoch.stream()
                .mapToLong(batch -> (long) batch.length
                        * IntStream.of(batch)
                                .map(d -> documents.get(d).length)
                                .max()
                                .orElseThrow())
                .sum();
        long tokens = documents.stream().mapToLong(d -> d.length).sum();
        assertThat(padded).isLessThan(tokens * 105 / 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void shards_fullBatch_areCompleteAndBalanced(int count) {
        List<int[]> documents = documents(100);
        Batches batches = new Batches(documents, PIECE, spec(count, 1));
        for (int[] batch : batches.ofEpoch(1)) {
            List<int[]> shards = batches.shards(batch);

            assertThat(shards).hasSize(Math.min(count, batch.length));
            assertThat(shards.stream().flatMapToInt(IntStream::of)).containsExactlyInAnyOrder(boxed(batch));
            assertBalanced(shards.stream()
                    .map(shard -> IntStream.of(shard)
                            .map(d -> documents.get(d).length)
                            .toArray())
                    .toList());
        }
    }

    /** The last review went to the then lightest shard, so a shard is ahead by its shortest review at most. */
    private static void assertBalanced(List<int[]> lengths) {
        int lightest = lengths.stream()
                .mapToInt(shard -> IntStream.of(shard).sum())
                .min()
                .orElseThrow();
        for (int[] shard : lengths) {
            assertThat(IntStream.of(shard).sum() - lightest)
                    .isLessThanOrEqualTo(IntStream.of(shard).min().orElseThrow());
        }
    }

    @Test
    void shards_fewerReviewsThanShards_areOneReviewEach() {
        Batches batches = batches(3, 8, 1);

        assertThat(batches.shards(new int[] {2, 0, 1})).hasSize(3).allMatch(shard -> shard.length == 1);
    }

    /** The shards decide how sums are rounded, so only the batch may decide them. */
    @Test
    void shards_otherSeed_areTheSame() {
        int[] batch = batches(50, 4, 1).ofEpoch(1).get(0);

        assertThat(batches(50, 4, 9).shards(batch).toArray(new int[0][]))
                .isDeepEqualTo(batches(50, 4, 1).shards(batch).toArray(new int[0][]));
    }

    private static Integer[] boxed(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }

    private static int[] flat(Batches batches, int epoch) {
        return batches.ofEpoch(epoch).stream().flatMapToInt(IntStream::of).toArray();
    }

    private static Batches batches(int reviews, int shards, long seed) {
        return new Batches(documents(reviews), PIECE, spec(shards, seed));
    }

    private static List<int[]> documents(int count) {
        Random random = new Random(5);
        return Stream.generate(() -> new int[1 + random.nextInt(300)])
                .limit(count)
                .toList();
    }

    private static TrainingSpec spec(int shards, long seed) {
        return new TrainingSpec(1, BATCH, shards, AdamSpec.slanted(1, 1, 0), 1, 0, Regularisation.NONE, 1, seed);
    }
}
