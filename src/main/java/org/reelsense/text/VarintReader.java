package org.reelsense.text;

import java.nio.charset.StandardCharsets;
import org.reelsense.storage.DataException;

/** Reads varints and strings from part of an array, and refuses whatever does not fit in it. */
final class VarintReader {

    private final byte[] bytes;
    private final int end;
    private int position;

    VarintReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** A count of things that take a byte or more each, so never more than the bytes left. */
    int length() throws DataException {
        int length = varint();
        require(length >= 0 && length <= end - position);
        return length;
    }

    String string() throws DataException {
        int length = length();
        String value = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    /** Fills {@code values} with numbers below {@code limit}. */
    void fill(int[] values, int limit) throws DataException {
        for (int i = 0; i < values.length; i++) {
            int value = varint();
            require(value >= 0 && value < limit);
            values[i] = value;
        }
    }

    void requireEnd() throws DataException {
        require(position == end);
    }

    private int varint() throws DataException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            require(position < end);
            byte next = bytes[position++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private void require(boolean condition) throws DataException {
        if (!condition) {
            throw damaged();
        }
    }

    private DataException damaged() {
        return new DataException("The tokenized texts are damaged at byte " + position + "; delete the file.");
    }
}
