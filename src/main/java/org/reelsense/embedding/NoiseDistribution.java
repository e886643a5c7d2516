package org.reelsense.embedding;

import java.util.stream.IntStream;

/**
 * Noise words: drawn in proportion to count^0.75 (Mikolov et al. 2013), exactly and in constant time by Walker's alias
 * method, whose table of 8 bytes a word stays in the second-level cache where word2vec's of 400 MB does not.
 */
final class NoiseDistribution {

    static final double POWER = 0.75;

    private final int[] ids;
    /** Slot i yields {@code ids[i]} with this probability and else {@code ids[aliases[i]]}. */
    private final float[] own;

    private final int[] aliases;

    /** @param counts [V], how often each id occurs; those with 0 are never drawn, one at least is positive */
    NoiseDistribution(long[] counts) {
        ids = IntStream.range(0, counts.length).filter(id -> counts[id] > 0).toArray();
        double total = IntStream.of(ids).mapToDouble(id -> weight(counts[id])).sum();
        double[] share = IntStream.of(ids)
                .mapToDouble(id -> weight(counts[id]) * ids.length / total)
                .toArray();
        own = new float[ids.length];
        aliases = new int[ids.length];
        fill(share);
    }

    static double weight(long count) {
        return Math.pow(count, POWER);
    }

    /** Vose's order of work: each slot with less than its share is filled up from one with more. */
    private void fill(double[] share) {
        int[] waiting = new int[share.length];
        int small = 0;
        int large = share.length;
        for (int slot = 0; slot < share.length; slot++) {
            waiting[share[slot] < 1 ? small++ : --large] = slot;
        }
        while (small > 0 && large < share.length) {
            int taker = waiting[--small];
            int giver = waiting[large];
            own[taker] = (float) share[taker];
            aliases[taker] = giver;
            share[giver] -= 1 - share[taker];
            if (share[giver] < 1) {
                large++;
                waiting[small++] = giver;
            }
        }
        settle(waiting, 0, small);
        settle(waiting, large, share.length);
    }

    /** What rounding leaves over keeps its slot to itself. */
    private void settle(int[] waiting, int from, int to) {
        for (int i = from; i < to; i++) {
            own[waiting[i]] = 1;
        }
    }

    int draw(SplitMix random) {
        long bits = random.next();
        int slot = SplitMix.below(bits, ids.length);
        return ids[SplitMix.fraction(bits) < own[slot] ? slot : aliases[slot]];
    }
}
