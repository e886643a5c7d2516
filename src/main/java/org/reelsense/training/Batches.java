package org.reelsense.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.reelsense.network.BatchScorer;

/**
 * Cuts an epoch into batches and each batch into shards. Reviews are shuffled, sorted by the length of their pieces within
 * pools of many batches, cut, and the batches shuffled: little padding, yet every epoch differs.
 */
final class Batches {

    private static final int BATCHES_A_POOL = 50;

    private final List<int[]> documents;
    private final int pieceLength;
    private final TrainingSpec spec;

    Batches(List<int[]> documents, int pieceLength, TrainingSpec spec) {
        this.documents = documents;
        this.pieceLength = pieceLength;
        this.spec = spec;
    }

    /** Review numbers of an epoch, batch by batch; the same for the same seed and epoch. */
    List<int[]> ofEpoch(int epoch) {
        Random random = new Random(1_000_003 * spec.seed() + epoch);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, documents.size()).boxed().toList());
        Collections.shuffle(order, random);
        int pool = BATCHES_A_POOL * spec.batchReviews();
        List<int[]> batches = new ArrayList<>();
        for (int begin = 0; begin < order.size(); begin += pool) {
            List<Integer> members = order.subList(begin, Math.min(begin + pool, order.size()));
            members.sort(Comparator.comparingInt(d -> BatchScorer.longestPiece(documents.get(d), pieceLength)));
            cut(members, batches);
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private void cut(List<Integer> members, List<int[]> batches) {
        for (int begin = 0; begin < members.size(); begin += spec.batchReviews()) {
            int end = Math.min(begin + spec.batchReviews(), members.size());
            batches.add(members.subList(begin, end).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
    }

    /** Deals a batch out so that the shards hold about as many tokens each: the longest first, to the lightest shard. */
    List<int[]> shards(int[] batch) {
        List<Integer> byLength = IntStream.of(batch)
                .boxed()
                .sorted(Comparator.comparingInt((Integer d) -> -documents.get(d).length))
                .toList();
        long[] tokens = new long[Math.min(spec.shards(), batch.length)];
        List<List<Integer>> shards = new ArrayList<>();
        Arrays.stream(tokens).forEach(none -> shards.add(new ArrayList<>()));
        for (int document : byLength) {
            int lightest = lightest(tokens);
            shards.get(lightest).add(document);
            tokens[lightest] += documents.get(document).length;
        }
        return shards.stream()
                .map(shard -> shard.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static int lightest(long[] tokens) {
        int lightest = 0;
        for (int shard = 1; shard < tokens.length; shard++) {
            if (tokens[shard] < tokens[lightest]) {
                lightest = shard;
            }
        }
        return lightest;
    }
}
