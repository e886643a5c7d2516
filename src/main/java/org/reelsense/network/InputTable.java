package org.reelsense.network;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The input products W x + b of frequent words in each direction: half of what a step multiplies depends on the word alone.
 * The workers of a {@link WorkerPool} share one. Whoever misses a block of words computes it, and gets the same bits as anybody
 * else, for a block is always computed whole and alone.
 *
 * <p>Ids are in order of frequency, so the first are the frequent ones. As many as fit in {@value #MOST_BYTES} bytes have a
 * place, filled when a word of their block first occurs; the others are computed where they occur.
 */
final class InputTable {

    /** Words computed together. */
    static final int BLOCK = 16;

    private static final int MOST_BYTES = 32 << 20;

    private final int blocks;
    private final AtomicReferenceArray<float[]> filled;

    /** Empty; to be filled from one state of the weights. */
    InputTable(NetworkSpec spec) {
        long wordBytes = (long) Float.BYTES * spec.directions() * spec.cell().gates() * spec.hiddenSize();
        long words = Math.min(spec.vocabularySize(), MOST_BYTES / wordBytes);
        blocks = (int) (words / BLOCK);
        filled = new AtomicReferenceArray<>(spec.directions() * blocks);
    }

    /** How many words, from id 0, have a place. */
    int words() {
        return blocks * BLOCK;
    }

    /** The block of a word that has a place, [{@link #BLOCK}, G*H], or null if nobody has filled it. Not to be changed. */
    float @Nullable [] block(int direction, int id) {
        return filled.get(direction * blocks + id / BLOCK);
    }

    /** Fills the block of that word; of two who do, either may win. */
    void fill(int direction, int id, float[] block) {
        filled.set(direction * blocks + id / BLOCK, block);
    }
}
