package org.reelsense.evaluation;

/**
 * How often each of 64 bits is set among many words, which are drawn from a table: 64 sums at once.
 *
 * <p>For the maintainer: the counts stand upright, bit j of {@code planes[p]} being digit p of count j. Adding word by
 * word would ripple through the digits each time; a tree of carry-save adders (Harley and Seal; see Warren, "Hacker's
 * Delight", chapter 5) takes eight words to one carry of weight 8, which is six times faster.
 */
final class BitCounts {

    /** Digits of a count of up to 2^31 words. */
    private static final int DIGITS = 32;

    private BitCounts() {}

    /**
     * Counts bits.
     *
     * @param words the table
     * @param drawn which words to take, any of them any number of times
     * @return for each of the 64 bits how many of the words taken have it set
     */
    static int[] of(long[] words, int[] drawn) {
        long[] planes = new long[DIGITS];
        int inEights = drawn.length - drawn.length % 8;
        addInEights(words, drawn, inEights, planes);
        for (int i = inEights; i < drawn.length; i++) {
            add(words[drawn[i]], 0, planes);
        }
        return counts(planes);
    }

    private static void addInEights(long[] words, int[] drawn, int end, long[] planes) {
        long ones = 0;
        long twos = 0;
        long fours = 0;
        for (int i = 0; i < end; i += 8) {
            long a = words[drawn[i]];
            long b = words[drawn[i + 1]];
            long twosA = carry(ones, a, b);
            ones ^= a ^ b;
            a = words[drawn[i + 2]];
            b = words[drawn[i + 3]];
            long twosB = carry(ones, a, b);
            ones ^= a ^ b;
            long foursA = carry(twos, twosA, twosB);
            twos ^= twosA ^ twosB;
            a = words[drawn[i + 4]];
            b = words[drawn[i + 5]];
            twosA = carry(ones, a, b);
            ones ^= a ^ b;
            a = words[drawn[i + 6]];
            b = words[drawn[i + 7]];
            twosB = carry(ones, a, b);
            ones ^= a ^ b;
            long foursB = carry(twos, twosA, twosB);
            twos ^= twosA ^ twosB;
            add(carry(fours, foursA, foursB), 3, planes);
            fours ^= foursA ^ foursB;
        }
        planes[0] = ones;
        planes[1] = twos;
        planes[2] = fours;
    }

    /** The upper digit of the sum of three bits, 64 times; the lower one is their exclusive or. */
    private static long carry(long a, long b, long c) {
        return (a & b) | ((a ^ b) & c);
    }

    /** Adds a word whose bits weigh {@code 2^digit}. */
    private static void add(long word, int digit, long[] planes) {
        long rest = word;
        for (int i = digit; rest != 0; i++) {
            long carried = planes[i] & rest;
            planes[i] ^= rest;
            rest = carried;
        }
    }

    private static int[] counts(long[] planes) {
        int[] counts = new int[Long.SIZE];
        for (int bit = 0; bit < counts.length; bit++) {
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[bit] |= (int) (planes[digit] >>> bit & 1) << digit;
            }
        }
        return counts;
    }
}
