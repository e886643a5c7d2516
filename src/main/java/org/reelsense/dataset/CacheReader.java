package org.reelsense.dataset;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads {@link CacheFormat}. State of one reading. */
final class CacheReader {

    private final DataInputStream in;
    private byte[] bytes = new byte[0];
    private ByteBuffer block = ByteBuffer.allocate(0);
    private String[] films = new String[0];

    private CacheReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The reviews of the archive with this SHA-256.
     *
     * @throws CacheFormat.Damaged if the stream is anything but a whole cache of that archive
     */
    static Reviews read(InputStream in, String sha256) throws IOException {
        try {
            return new CacheReader(in).read(sha256);
        } catch (EOFException e) {
            throw new CacheFormat.Damaged("it is cut short");
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new CacheFormat.Damaged("a block does not hold what it should");
        }
    }

    private Reviews read(String sha256) throws IOException {
        require(Arrays.equals(in.readNBytes(CacheFormat.MAGIC.length), CacheFormat.MAGIC), "it is not a cache");
        require(in.readInt() == CacheFormat.VERSION, "it is of another version");
        nextBlock();
        require(string().equals(sha256), "it belongs to another archive");
        int labelled = block.getInt();
        int test = block.getInt();
        int unlabelled = block.getInt();
        int count = block.getInt();
        require(count >= 0 && count <= block.remaining() / Integer.BYTES, "its list of films is impossible");
        films = new String[count];
        for (int i = 0; i < films.length; i++) {
            films[i] = string();
        }
        Reviews reviews = new Reviews(reviews(labelled), reviews(test), reviews(unlabelled));
        require(!block.hasRemaining() && in.read() < 0, "it is longer than it should be");
        return reviews;
    }

    private List<Review> reviews(int count) throws IOException {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!block.hasRemaining()) {
                nextBlock();
            }
            reviews.add(review());
        }
        return reviews;
    }

    private Review review() {
        int label = block.get();
        int stars = block.get();
        String film = films[block.getInt()];
        String id = string();
        return new Review(id, string(), label(label), stars, film);
    }

    private static @Nullable Label label(int code) {
        return code == 0 ? null : Label.values()[code - 1];
    }

    private String string() {
        int length = block.getInt();
        int start = block.position();
        block.position(start + checked(length));
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    private int checked(int length) {
        if (length < 0 || length > block.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private void nextBlock() throws IOException {
        int length = in.readInt();
        int crc = in.readInt();
        require(length > 0 && length <= CacheFormat.LARGEST_BLOCK_BYTES, "a block has an impossible length");
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        in.readFully(bytes, 0, length);
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        require((int) sum.getValue() == crc, "a checksum does not match");
        block = ByteBuffer.wrap(bytes, 0, length);
    }

    private static void require(boolean condition, String otherwise) throws CacheFormat.Damaged {
        if (!condition) {
            throw new CacheFormat.Damaged(otherwise);
        }
    }
}
