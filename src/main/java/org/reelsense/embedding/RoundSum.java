package org.reelsense.embedding;

import java.util.List;

/**
 * Adds what the shards of a round have changed to the weights.
 *
 * <p>For the maintainer. Shards that pull a row the same way each go the whole way, since none sees the others. A plain
 * sum then overshoots: with 12 words, or with 16 shards of reviews, numbers were not finite after some epochs. Were the
 * loss a parabola that each touch descends by the factor 1 - λ, then S shards of c touches each should together go
 * (1 - q^S) / (1 - q) times as far as one of them, q = exp(-λ c). So each difference is scaled by
 * 1 / (1 + (S - 1) x / (2 + x)), x = λ c, which has the same first order (a plain sum for rare words) and the same limit
 * (the mean for frequent ones), and needs no powers. λ is 8 learning rates; 4 and 16 gave the same probe accuracy on the
 * reviews, 1 ran away on 50 words.
 */
final class RoundSum {

    /** A touch stands for about 32 pairs, and the loss of a pair curves by 1/4 at most where its other row has length 1. */
    private static final float RATES_A_TOUCH = 8;

    private final float[][] matrix;
    /** [V], of this round; zero between rounds. */
    private final int[] shardsWith;

    private final int[] touches;

    /** @param matrix [V, E] */
    RoundSum(float[][] matrix) {
        this.matrix = matrix;
        shardsWith = new int[matrix.length];
        touches = new int[matrix.length];
    }

    /**
     * Adds the rows of every {@code parts}-th id, beginning with {@code part}. Parts may run at once: they share nothing.
     *
     * @param shards in their order, which is that of each row's sum
     */
    void add(List<TouchedRows> shards, int part, int parts, float rate) {
        for (TouchedRows shard : shards) {
            for (int place = 0; place < shard.count(); place++) {
                int id = shard.id(place);
                if (id % parts == part) {
                    shardsWith[id]++;
                    touches[id] += shard.touches(place);
                }
            }
        }
        for (TouchedRows shard : shards) {
            for (int place = 0; place < shard.count(); place++) {
                int id = shard.id(place);
                if (id % parts == part) {
                    Rows.add(matrix[id], shard.difference(place), scale(shardsWith[id], touches[id], rate));
                }
            }
        }
        forget(shards, part, parts);
    }

    private static float scale(int shards, int touches, float rate) {
        float x = RATES_A_TOUCH * rate * touches / shards;
        return 1 / (1 + (shards - 1) * x / (2 + x));
    }

    private void forget(List<TouchedRows> shards, int part, int parts) {
        for (TouchedRows shard : shards) {
            for (int place = 0; place < shard.count(); place++) {
                int id = shard.id(place);
                if (id % parts == part) {
                    shardsWith[id] = 0;
                    touches[id] = 0;
                }
            }
        }
    }
}
