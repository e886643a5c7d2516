package org.reelsense.embedding;

/**
 * The random numbers of {@link NegativeSamplingEngine}: SplitMix64 (Steele, Lea and Flood 2014), a counter sent through a
 * mixing function. One stream for each purpose, keyed by seed and by numbers that name the purpose, so that no stream
 * depends on which thread draws from it or when. Used by one thread.
 */
final class SplitMix {

    /** Names of streams. */
    static final long INITIAL_VECTORS = 1;

    static final long ORDER_OF_TEXTS = 2;
    static final long WINDOWS_AND_NOISE = 3;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int FLOAT_BITS = 24;
    private static final float FLOAT_STEP = 0x1p-24f;

    private long state;

    /** @param purpose the stream's name, and what tells it from others of that name */
    SplitMix(long seed, long... purpose) {
        state = mix(seed);
        for (long number : purpose) {
            state = mix(state + STEP + number);
        }
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** Evenly from 0 to {@code bound - 1}, up to one part in 2^32 / bound. */
    int below(int bound) {
        return below(next(), bound);
    }

    /** The same from the upper half of 64 random bits; the lower half stays free for {@link #fraction}. */
    static int below(long bits, int bound) {
        return (int) (((bits >>> Integer.SIZE) * bound) >>> Integer.SIZE);
    }

    /** Evenly from 0 to under 1. */
    float fraction() {
        return fraction(next());
    }

    static float fraction(long bits) {
        return (bits & ((1 << FLOAT_BITS) - 1)) * FLOAT_STEP;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
