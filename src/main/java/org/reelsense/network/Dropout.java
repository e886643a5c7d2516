package org.reelsense.network;

/**
 * Inverted dropout (Srivastava et al. 2014) whose mask is a function of seed and place: nothing is stored, the backward
 * pass computes the same mask again, and no order of threads changes it.
 *
 * @param rate probability of a zero, 0 (no dropout) to below 1; rounded to 1/65,536
 * @param seed of this mask
 */
record Dropout(float rate, long seed) {

    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final int LANE_MASK = (1 << LANE_BITS) - 1;

    static final Dropout NONE = new Dropout(0, 0);

    Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("dropout: " + rate + " is outside [0, 1)");
        }
    }

    /** Multiplies {@code size} values by 0 or 1/(1 - rate); {@code place} tells this vector from all others. */
    void apply(float[] values, int offset, int size, long place) {
        if (rate == 0) {
            return;
        }
        int threshold = Math.round(rate * (LANE_MASK + 1));
        float keep = 1 / (1 - rate);
        // mixed, or the masks of neighbouring seeds would be one mask moved along
        long counter = mix(seed) + place * 0x9E3779B97F4A7C15L;
        int whole = size - size % LANES;
        for (int i = 0; i < whole; i += LANES) {
            long bits = mix(counter + i);
            values[offset + i] *= factor(bits, threshold, keep);
            values[offset + i + 1] *= factor(bits >>> LANE_BITS, threshold, keep);
            values[offset + i + 2] *= factor(bits >>> 2 * LANE_BITS, threshold, keep);
            values[offset + i + 3] *= factor(bits >>> 3 * LANE_BITS, threshold, keep);
        }
        long bits = mix(counter + whole);
        for (int i = whole; i < size; i++) {
            values[offset + i] *= factor(bits, threshold, keep);
            bits >>>= LANE_BITS;
        }
    }

    private static float factor(long bits, int threshold, float keep) {
        return (bits & LANE_MASK) < threshold ? 0 : keep;
    }

    /** Stafford's variant 13 of the 64-bit finalizer, as in SplitMix64. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
