package org.reelsense.embedding;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.storage.JavaObjects;

/** A file of words and numbers, byte by byte, with the place for messages and the digest of all that was read. */
final class VectorInput implements Closeable {

    /** A line of the widest vectors with 100 characters a number; what is longer is no line of vectors. */
    static final int MOST_LINE_BYTES = 1 << 20;

    static final int MOST_WORD_BYTES = 1_000;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END = -1;

    private final Path file;
    private final long size;
    private final InputStream in;
    private final MessageDigest digest = Checksum.newDigest("SHA-256");
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // refuses what is malformed
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private long taken;
    private long lines;
    private byte[] line = new byte[BUFFER_BYTES];
    private int length;

    /** @throws DataException if there is no such file or it is not an ordinary one */
    VectorInput(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(
                    file + (Files.exists(file) ? ": is not an ordinary file" : ": no such file") + "; give another");
        }
        this.file = file;
        this.size = Files.size(file);
        this.in = Files.newInputStream(file);
    }

    /** Bytes of the whole file, as the system says. */
    long size() {
        return size;
    }

    /** Bytes taken so far. */
    long position() {
        return taken - (end - next);
    }

    /** Lines taken so far. */
    long lines() {
        return lines;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        if (next == end && !fill()) {
            return END;
        }
        return buffer[next++] & 0xFF;
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() throws IOException {
        return next == end && !fill() ? END : buffer[next] & 0xFF;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (taken == 0 && JavaObjects.begin(buffer, 0, end)) {
            throw whole("holds " + JavaObjects.DESCRIPTION + "; give a file of word vectors");
        }
        digest.update(buffer, 0, end);
        taken += end;
        return end > 0;
    }

    /** Takes up to {@code most} bytes; fewer only at the end of the file. */
    byte[] take(int most) throws IOException {
        byte[] bytes = new byte[most];
        int count = 0;
        for (int value = peek(); count < most && value != END; value = peek()) {
            int part = Math.min(most - count, end - next);
            System.arraycopy(buffer, next, bytes, count, part);
            next += part;
            count += part;
        }
        return count == most ? bytes : Arrays.copyOf(bytes, count);
    }

    /**
     * Takes the next line, without its line feed or a carriage return before that; false at the end.
     *
     * @throws DataException if it is longer than any line of vectors
     */
    boolean nextLine() throws IOException {
        length = 0;
        int value = read();
        if (value == END) {
            return false;
        }
        lines++;
        for (; value != END && value != '\n'; value = read()) {
            if (length == MOST_LINE_BYTES) {
                throw atLine("is longer than " + MOST_LINE_BYTES + " bytes; check what file it is");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) value;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    /** The bytes of the line; valid up to {@link #length}, until the next line. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Lower-case SHA-256 of the whole file; reads what is left of it. */
    String sha256() throws IOException {
        do {
            next = end;
        } while (fill());
        return Checksum.hex(digest);
    }

    /** The bytes as text, or a refusal that names the place if they are not UTF-8. */
    String decode(byte[] bytes, int begin, int count, Place place) throws DataException {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, begin, count)).toString();
        } catch (CharacterCodingException e) {
            throw place.refuse("the words are not UTF-8; convert the file to UTF-8");
        }
    }

    /** Makes the exception that names where in the file something is wrong. */
    @FunctionalInterface
    interface Place {
        DataException refuse(String what);
    }

    DataException atLine(String what) {
        return new DataException(file + ", line " + Math.max(1, lines) + ": " + what);
    }

    DataException atByte(long position, String what) {
        return new DataException(file + ", byte " + position + ": " + what);
    }

    DataException whole(String what) {
        return new DataException(file + ": " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
