package org.reelsense.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReviewGroupTest {

    private static final int PIECE = 10;

    @Test
    void cut_aShard_takesEachTokenOnceAtItsPlace() {
        for (int reviews : new int[] {1, 2, 7, 60}) {
            List<int[]> shard = shard(reviews);
            int tokens = shard.stream().mapToInt(ids -> ids.length).sum();
            Set<Integer> places = new HashSet<>();
            for (ReviewGroup group : ReviewGroup.cut(shard, PIECE)) {
                Set<Integer> rows = new HashSet<>();
                group.forEachToken((d, position, row) -> {
                    int id = shard.get(group.numbers()[d])[position];
                    assertThat(group.id(d, position)).isEqualTo(id);
                    assertThat(group.place(d, position)).isEqualTo(id); // ids number the tokens of the shard
                    assertThat(places.add(id)).isTrue();
                    assertThat(rows.add(row)).isTrue();
                    assertThat(row).isLessThan(group.shape().rows());
                });
            }
            assertThat(places).hasSize(tokens);
        }
    }

    @Test
    void cut_aLargeShard_makesGroupsOfLikeSizeAndLength() {
        List<ReviewGroup> groups = ReviewGroup.cut(shard(200), PIECE);
        List<Integer> times = new ArrayList<>();
        for (ReviewGroup group : groups) {
            // a review of five pieces at either end may belong to the neighbour
            assertThat(group.rows().count()).isBetween(ReviewGroup.ROWS - 6, ReviewGroup.ROWS + 6);
            times.add(group.rows().time());
        }
        assertThat(groups).hasSizeGreaterThan(10);
        assertThat(times).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void cut_aReviewLongerThanAGroup_isAGroup() {
        List<ReviewGroup> groups = ReviewGroup.cut(List.of(new int[3], new int[1_000], new int[4]), PIECE);
        assertThat(groups).allMatch(group -> group.documents().size() > 0);
        assertThat(groups.stream().mapToInt(group -> group.rows().count()).sum())
                .isEqualTo(102);
    }

    @Test
    void forEachTurn_goesThroughEachTokenOnce() {
        ReviewGroup group = ReviewGroup.whole(shard(9), PIECE);
        Set<Integer> from = new HashSet<>();
        Set<Integer> to = new HashSet<>();
        Set<Integer> tokens = new HashSet<>();
        group.forEachToken((d, position, row) -> tokens.add(row));
        group.forEachTurn((row, turned, count) -> {
            int batch = group.shape().batch();
            for (int i = 0; i < count; i++) {
                int length = group.rows().length(row % batch + i);
                assertThat(row / batch + turned / batch).isEqualTo(length - 1);
                from.add(row + i);
                to.add(turned + i);
            }
        });
        assertThat(from).isEqualTo(tokens);
        assertThat(to).isEqualTo(tokens);
    }

    /** Of 1 to 50 tokens, numbered through. */
    private static List<int[]> shard(int reviews) {
        SplittableRandom random = new SplittableRandom(reviews);
        int[] lengths = random.ints(reviews, 1, 51).toArray();
        return Samples.documentsOfDistinctWords(lengths);
    }
}
