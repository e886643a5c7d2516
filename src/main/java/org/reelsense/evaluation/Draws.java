package org.reelsense.evaluation;

/**
 * Draws with replacement, the same on any machine and JDK: SplitMix64 (Steele, Lea and Flood 2014), one stream for each
 * seed and replicate.
 */
final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed, long replicate) {
        state = mix(mix(seed) + STEP + replicate);
    }

    /**
     * Fills an array with as many draws from 0 to its length - 1 as it has places. A number's chance is off by at most
     * one part in 2^63 / length.
     */
    void fill(int[] drawn) {
        long twice = 2L * drawn.length;
        for (int i = 0; i < drawn.length; i++) {
            state += STEP;
            // The upper 63 bits are a fraction of 2^63; the signed product of two positive numbers is exact.
            drawn[i] = (int) Math.multiplyHigh(mix(state) >>> 1, twice);
        }
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
