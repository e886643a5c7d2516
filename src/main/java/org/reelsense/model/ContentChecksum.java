package org.reelsense.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.reelsense.storage.Checksum;

/**
 * The digest of a file's content, whatever the order and spacing of its header. The SHA-256 of, in this order:
 *
 * <ol>
 *   <li>the number of metadata entries without {@code checksum}; for each, sorted by key: key, value;
 *   <li>the number of tensors; for each, sorted by name: name, dtype, number of axes, each axis, number of data
 *       bytes, the data as in the file.
 * </ol>
 *
 * <p>Numbers are 4 bytes, unsigned, little-endian. A text is its length in UTF-8 bytes, as such a number, and those
 * bytes. "Sorted" is by UTF-8 bytes. As every part says its length, no two contents feed the same bytes.
 */
final class ContentChecksum {

    /** Where it stands in the metadata. */
    static final String KEY = "checksum";

    /** What its value begins with; 64 lower-case hexadecimal digits follow. */
    static final String PREFIX = "sha256:";

    private final MessageDigest digest = Checksum.newDigest("SHA-256");

    private ContentChecksum() {}

    /** The metadata value for this content. */
    static String of(ModelFile file) {
        ContentChecksum sum = new ContentChecksum();
        sum.number(file.metadata().size());
        file.metadata().forEach((key, value) -> {
            sum.text(key);
            sum.text(value);
        });
        sum.number(file.tensors().size());
        file.tensors().forEach(sum::tensor);
        return PREFIX + Checksum.hex(sum.digest);
    }

    /**
     * Whether a file with this metadata must carry a right checksum: it has one of our kind, or it says that it is
     * ours. Either alone is enough, so that no single changed bit, in key or value, switches the check off.
     */
    static boolean isDue(Map<String, String> metadata) {
        return metadata.getOrDefault(KEY, "").startsWith(PREFIX)
                || metadata.getOrDefault(ModelFile.FORMAT_KEY, "").equals(ModelFile.FORMAT);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void tensor(String name, Tensor tensor) {
        text(name);
        text(tensor.dtype().name());
        number(tensor.shape().size());
        tensor.shape().forEach(this::number);
        number(tensor.byteLength());
        tensor.feed(digest);
    }

    private void text(String text) {
        byte[] bytes = utf8(text);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .flip());
    }
}
