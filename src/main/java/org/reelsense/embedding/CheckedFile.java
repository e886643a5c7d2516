package org.reelsense.embedding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DurableFile;

/** A file of numbers that ends with a SHA-256 of all before, so that a damaged one is found out. */
final class CheckedFile {

    private CheckedFile() {}

    /** What fills it. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /** What takes it; empty if it is of another kind. */
    @FunctionalInterface
    interface Reader<T> {
        Optional<T> readFrom(DataInputStream in) throws IOException;
    }

    /** Replaces {@code file}. */
    static void write(Path file, Content content) throws IOException {
        DurableFile.write(file, out -> {
            MessageDigest digest = Checksum.newDigest("SHA-256");
            DataOutputStream data = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(out, digest)));
            content.writeTo(data);
            data.flush();
            out.write(digest.digest());
        });
    }

    /** What is in {@code file}; empty if it is missing, damaged or of another kind. */
    static <T> Optional<T> read(Path file, Reader<T> reader) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        MessageDigest digest = Checksum.newDigest("SHA-256");
        try (DataInputStream in = new DataInputStream(
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest))) {
            Optional<T> content = reader.readFrom(in);
            byte[] sum = digest.digest();
            return Arrays.equals(sum, in.readNBytes(sum.length)) ? content : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** The bytes of a row, to be read or written as floats: all rows together may be more than an array can hold. */
    static ByteBuffer row(int width) {
        return ByteBuffer.allocate(width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
