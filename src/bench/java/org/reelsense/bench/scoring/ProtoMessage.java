package org.reelsense.bench.scoring;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One message of Google's protocol buffers, written field by field: as much of the wire format as an ONNX file needs
 * (varints and length-delimited fields). A few dozen lines instead of a library and its generated classes.
 */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int DELIMITED = 2;
    private static final int PAYLOAD_BITS = 7;
    private static final int CONTINUED = 0x80;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An {@code int32}, {@code int64} or {@code enum} field; a negative value takes ten bytes. */
    ProtoMessage number(int field, long value) {
        varint((long) field << 3 | VARINT);
        varint(value);
        return this;
    }

    ProtoMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoMessage message(int field, ProtoMessage value) {
        return bytes(field, value.toByteArray());
    }

    ProtoMessage bytes(int field, byte[] value) {
        varint((long) field << 3 | DELIMITED);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & -CONTINUED) != 0) {
            out.write((int) (rest & CONTINUED - 1) | CONTINUED);
            rest >>>= PAYLOAD_BITS;
        }
        out.write((int) rest);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
