package org.reelsense.embedding;

import java.util.Arrays;

/**
 * The pieces of the text in the random order of one epoch (the corpus has its negative reviews first), cut into shards of
 * about equal length. Depends on text, seed and epoch alone.
 */
final class Shards {

    private final int[] order;
    /** [shards + 1], index into {@link #order}. */
    private final int[] begins;
    /** [shards + 1], words before the shard. */
    private final int[] words;

    /** @param size words a shard has at least, but for the last */
    Shards(TrainingText text, int size, SplitMix random) {
        order = shuffled(text.pieces(), random);
        int[] begins = new int[order.length + 1];
        int[] words = new int[order.length + 1];
        int count = 0;
        int total = 0;
        for (int i = 0; i < order.length; i++) {
            total += text.length(order[i]);
            if (total - words[count] >= size || i == order.length - 1) {
                begins[++count] = i + 1;
                words[count] = total;
            }
        }
        this.begins = Arrays.copyOf(begins, count + 1);
        this.words = Arrays.copyOf(words, count + 1);
    }

    private static int[] shuffled(int size, SplitMix random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    int count() {
        return begins.length - 1;
    }

    /** The pieces of a shard are {@code piece(begin(shard))} to {@code piece(begin(shard + 1) - 1)}. */
    int begin(int shard) {
        return begins[shard];
    }

    int piece(int place) {
        return order[place];
    }

    /** Words in the shards before this one. */
    int wordsBefore(int shard) {
        return words[shard];
    }

    int wordsOf(int shard) {
        return words[shard + 1] - words[shard];
    }
}
