package org.reelsense.scoring;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.reelsense.storage.JavaObjects;

/**
 * Bytes as text.
 *
 * @param text empty if there is a fault
 * @param fault why the bytes are no text, or empty
 */
record Utf8(String text, String fault) {

    private static final char REPLACEMENT = '\uFFFD';

    /** @param offset of the first byte in its input, for the fault */
    static Utf8 decode(byte[] bytes, int from, int length, long offset) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // written as such, or put in for what is not UTF-8
            int malformed = malformed(bytes, from, length);
            if (malformed >= 0) {
                return new Utf8(
                        "",
                        offset == 0 && JavaObjects.begin(bytes, from, length)
                                ? "holds " + JavaObjects.DESCRIPTION + "; give text"
                                : malformed(offset + malformed, bytes, from + malformed));
            }
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int before = text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
            return new Utf8("", "byte " + (offset + before + 1) + " is NUL, so it is no text in UTF-8; convert it");
        }
        return new Utf8(text, "");
    }

    private static String malformed(long offset, byte[] bytes, int at) {
        return "byte %d (0x%02X) is not UTF-8; convert it to UTF-8".formatted(offset + 1, bytes[at]);
    }

    private static int malformed(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate(1 << 10);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() - from : -1;
    }
}
