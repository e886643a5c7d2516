package org.reelsense.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** What accidents and enemies do to a file. */
final class Mutation {

    /** Header lengths that have hurt readers. */
    static final long[] LENGTHS = {0, -1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, 8, 2};

    private static final String JSON_CHARACTERS = "{}[]\",:\\0-9e.nu \0";

    private Mutation() {}

    /** A copy with bits flipped, bytes replaced, a piece moved, another length or another header length. */
    static byte[] of(byte[] bytes, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, random, 1);
            case 1 -> flipped(bytes, random, 2 + random.nextInt(8));
            case 2 -> Arrays.copyOf(bytes, random.nextInt(2 * bytes.length));
            case 3 -> withLength(bytes, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 4 -> replaced(bytes, random);
            default -> moved(bytes, random);
        };
    }

    static byte[] flipped(byte[] bytes, Random random, int bits) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < bits; i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** A byte that means something in JSON, anywhere. */
    private static byte[] replaced(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] = (byte) JSON_CHARACTERS.charAt(random.nextInt(JSON_CHARACTERS.length()));
        return copy;
    }

    /** A piece copied over another place. */
    private static byte[] moved(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        int length = 1 + random.nextInt(copy.length / 2);
        int from = random.nextInt(copy.length - length);
        int to = random.nextInt(copy.length - length);
        System.arraycopy(bytes, from, copy, to, length);
        return copy;
    }

    static byte[] withLength(byte[] bytes, long length) {
        byte[] copy = bytes.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        return copy;
    }
}
