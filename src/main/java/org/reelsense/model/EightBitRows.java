package org.reelsense.model;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * A matrix [rows, width] rounded to a byte a number and a scale a row, symmetric about 0: the number is code x scale, the
 * codes are -127 to 127, and the largest number of a row has one of these two.
 *
 * <p>A scale is max|row| / 127 with the last seven bits of its fraction cleared. Code x scale then needs no more than the
 * 24 bits a float has: it is exact, so Java, Python and any other reader get the same bits, and codes and scales follow
 * from the rounded numbers again. A code is off by half a scale at most (and 2^-16 of the number, for the cleared bits).
 * A row whose scale would be below the smallest normal float becomes zeros, with scale 0.
 *
 * @param codes [rows, width]
 * @param scales [rows]
 */
record EightBitRows(byte[] codes, float[] scales) {

    /** The largest code; -128 has no counterpart and is not used. */
    static final int MOST = 127;

    private static final int CLEARED_BITS = 0x7f;

    /**
     * Rounds a matrix of finite numbers, row by row, to the nearest.
     *
     * @param values [rows, width]
     */
    static EightBitRows of(float[] values, int rows) {
        int width = values.length / rows;
        EightBitRows rounded = new EightBitRows(new byte[values.length], new float[rows]);
        for (int row = 0; row < rows; row++) {
            rounded.round(values, row, width);
        }
        return rounded;
    }

    private void round(float[] values, int row, int width) {
        float scale = scale(largest(values, row * width, width));
        scales[row] = scale;
        if (scale > 0) { // else the codes stay 0
            for (int i = row * width; i < (row + 1) * width; i++) {
                codes[i] = (byte) Math.round(values[i] / scale);
            }
        }
    }

    private static float largest(float[] values, int begin, int width) {
        float largest = 0;
        for (int i = begin; i < begin + width; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    private static float scale(float largest) {
        float scale = Float.intBitsToFloat(Float.floatToRawIntBits(largest / MOST) & ~CLEARED_BITS);
        return scale < Float.MIN_NORMAL ? 0 : scale;
    }

    /** Whether {@link #of} can have made this scale. */
    static boolean isScale(float scale) {
        int bits = Float.floatToRawIntBits(scale);
        return bits == 0 || scale >= Float.MIN_NORMAL && scale <= Float.MAX_VALUE / MOST && (bits & CLEARED_BITS) == 0;
    }

    /** The numbers, exactly; [rows, width]. */
    float[] values() {
        return values(ByteBuffer.wrap(codes), FloatBuffer.wrap(scales));
    }

    /** The same from where codes and scales lie in a file, with a copy of no more than a row. */
    static float[] values(ByteBuffer codes, FloatBuffer scales) {
        float[] values = new float[codes.remaining()];
        byte[] row = new byte[values.length / scales.remaining()];
        for (int begin = 0; scales.hasRemaining(); begin += row.length) {
            codes.get(row);
            float scale = scales.get();
            for (int i = 0; i < row.length; i++) {
                values[begin + i] = row[i] * scale;
            }
        }
        return values;
    }
}
