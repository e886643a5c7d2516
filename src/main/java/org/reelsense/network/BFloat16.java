package org.reelsense.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The upper half of a float. */
final class BFloat16 {

    private static final int HALF = 0x7FFF;

    private BFloat16() {}

    /** Rounded to the nearest, to the even one of two; two bytes each in the processor's order. */
    static byte[] codes(float[] values) {
        byte[] codes = new byte[Math.multiplyExact(values.length, Short.BYTES)];
        ByteBuffer buffer = ByteBuffer.wrap(codes).order(ByteOrder.nativeOrder());
        for (float value : values) {
            int bits = Float.floatToRawIntBits(value);
            buffer.putShort((short) (bits + HALF + (bits >>> Short.SIZE & 1) >>> Short.SIZE));
        }
        return codes;
    }
}
